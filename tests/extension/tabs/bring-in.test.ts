import '../fake-browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Candidate } from '../../../src/core/matching/candidate.ts';
import type { Place } from '../../../src/extension/messages/messages.ts';
import { createBringIn } from '../../../src/extension/tabs/bring-in.ts';

const START = 7_000;
/** What ran in which frame, and what was reported for it, in order. */
let done: string[];
/** What the page answers when its lines are read. */
let lines: unknown;
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
  lines = [];
  isTopRead = true;
  Object.assign(fakeBrowser, {
    scripting: {
      async executeScript({ target, files: [file] = [] }: Injection) {
        if (file === undefined) return [{ result: START }];
        done.push(`${file}@${target.documentIds ?? target.frameIds}`);
        return [{ result: lines }];
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
  parties: [],
  isBody: true,
};

function bringIn(
  isSure: boolean,
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
  return bring({ tab, frameId, documentId }, isSure, 9_000);
}

describe('a frame whose scout asks', () => {
  it('gets the content script at once if it is sure', async () => {
    expect(await bringIn(true)).toBe('in');
    expect(done).toEqual(['/content-scripts/content.js@0']);
  });

  it.each<[string, unknown]>([
    ['may have mentions', [{ text: 'The NCG met.' }]],
    ['has too much text', null],
    ['has more text than it said', [{ text: '.'.repeat(300_000) }]],
    ['answers what no page of ours would', [{ text: 7 }]],
    ['answers nothing', undefined],
  ])('gets it after a look if it %s', async (_, answer) => {
    lines = answer;
    expect(await bringIn(false)).toBe('in');
    expect(done).toEqual(['/lines.js@0', '/content-scripts/content.js@0']);
  });

  it('gets it as the document that has asked, not as the one that may have come after it', async () => {
    lines = [{ text: 'The NCG met.' }];
    await bringIn(false, { documentId: 'A1' });
    expect(done).toEqual(['/lines.js@A1', '/content-scripts/content.js@A1']);
  });

  it('gets nothing if it can have no mention, and counts as read', async () => {
    lines = [{ text: 'The ferry left.' }];
    expect(await bringIn(false)).toBe('nothing');
    expect(done).toEqual(['/lines.js@0', 'read@0 since 9000']);
    done = [];
    expect(await bringIn(false, { frameId: 4 })).toBe('nothing');
    expect(done).toEqual(['/lines.js@4']);
  });

  it('gets nothing where highlights are off, and its text is not read', async () => {
    expect(await bringIn(false, { on: false })).toBe('off');
    expect(done).toEqual(['off@0 since 9000']);
  });

  it('ends the reports of an earlier page if the page around it is not read', async () => {
    isTopRead = false;
    expect(await bringIn(true, { frameId: 4 })).toBe('in');
    expect(done).toEqual(['left@0 since 7000', '/content-scripts/content.js@4']);
  });
});
