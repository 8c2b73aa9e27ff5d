import '../fake-browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Candidate } from '../../../src/core/matching/candidate.ts';
import type { Place } from '../../../src/extension/messages/messages.ts';
import { createBringIn } from '../../../src/extension/tabs/bring-in.ts';

const START = 7_000;
/** What ran in which frame, and what was reported for it, in order. */
let done: string[];
/** Whether the content script runs in the top frame. */
let isTopRead: boolean;

interface Injection {
  readonly target: {
    readonly frameIds?: readonly number[];
    readonly documentIds?: readonly string[];
  };
  readonly files?: readonly string[];
}

beforeEach(() => {
  done = [];
  isTopRead = true;
  Object.assign(fakeBrowser, {
    scripting: {
      async executeScript({ target, files: [file] = [] }: Injection) {
        if (file === undefined) return [{ result: START }];
        done.push(`${file}@${target.documentIds ?? target.frameIds}`);
        return [];
      },
    },
  });
  fakeBrowser.tabs.sendMessage = (async () => {
    if (!isTopRead) throw new Error('Nobody is there.');
    return true;
  }) as never;
});

const NCG: Candidate = {
  ref: 'a/ncg',
  names: [{ text: 'NCG', lang: 'en', role: 'short', case: 'exact', ambiguous: true }],
  longForms: [],
  languages: [],
  related: [],
  cues: [],
  rivals: [],
  owners: [],
  others: [],
};

function bringIn(
  texts: readonly string[] | null,
  {
    frameId = 0,
    on = true,
    documentId,
  }: { frameId?: number; on?: boolean; documentId?: string } = {},
) {
  const bring = createBringIn({
    library: { lookUp: async () => [NCG] },
    placeOf: async () => ({ settings: { on } }) as Place,
    async report(sender, { state, since }) {
      done.push(`${state}@${sender.frameId} since ${since}`);
    },
  });
  const tab = { id: 1, url: 'https://news.example/', incognito: false };
  return bring({ tab, frameId, documentId }, texts, 9_000);
}

describe('a frame whose scout asks', () => {
  it.each<[string, string[] | null]>([
    ['is sure', null],
    ['may have mentions', ['The NCG met.']],
    ['may have some in the midst of its texts', ['Envoys', 'N', 'C', 'G', 'again']],
    ['has more text than a scout sends', ['.'.repeat(300_000)]],
    ['has texts that touch too often', Array(600).fill('Envoys')],
  ])('gets the content script if it %s', async (_, texts) => {
    expect(await bringIn(texts)).toBe('in');
    expect(done).toEqual(['/content-scripts/content.js@0']);
  });

  it('gets it as the document that has asked, not as the one that may have come after it', async () => {
    await bringIn(['The NCG met.'], { documentId: 'A1' });
    expect(done).toEqual(['/content-scripts/content.js@A1']);
  });

  it('gets nothing if it can have no mention, and counts as read', async () => {
    expect(await bringIn(['The ferry left.'])).toBe('nothing');
    expect(done).toEqual(['read@0 since 9000']);
    done = [];
    expect(await bringIn(['The ferry left.'], { frameId: 4 })).toBe('nothing');
    expect(done).toEqual([]);
  });

  it('gets nothing where highlights are off, and its text is not read', async () => {
    expect(await bringIn(['The NCG met.'], { on: false })).toBe('off');
    expect(done).toEqual(['off@0 since 9000']);
  });

  it('ends the reports of an earlier page if the page around it is not read', async () => {
    isTopRead = false;
    expect(await bringIn(null, { frameId: 4 })).toBe('in');
    expect(done).toEqual(['left@0 since 7000', '/content-scripts/content.js@4']);
  });
});
