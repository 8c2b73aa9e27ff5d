/** A file of each foreign format, made after its specification, is read for what it says. */
import { describe, expect, it } from 'vitest';
import { inShort, openForeign, readSample, take } from './read.ts';

const GROUP =
  'Nuclear Consultative Group (long, en), NCG (short, en), Nuclear Group (alias, en), 핵협의그룹 (long, ko): A body in which two states plan & discuss what neither would do alone. (en) / 두 나라가 함께 계획하고 논의하는 기구. (ko)';

const CASES: readonly (readonly [what: string, file: string, format: string, entries: string[]])[] =
  [
    [
      'TBX-Basic, categories as attributes',
      'basic-dca.tbx',
      'tbx',
      [GROUP, 'quay (long, en), 부두 (long, ko): 부두 (en)'],
    ],
    [
      'TBX-Basic, categories as tags',
      'basic-dct.tbx',
      'tbx',
      [GROUP, 'quay (long, en), 부두 (long, ko): 부두 (en)'],
    ],
    [
      'TBX-Core',
      'core.tbx',
      'tbx',
      ['Kai (long, de), quay (long, en), wharf (alias, en): quay · wharf (de)'],
    ],
    [
      'TBX of 2008, as Microsoft has it',
      'microsoft.tbx',
      'tbx',
      [
        'access control list (long, en-US), 액세스 제어 목록 (long, ko-KR): A list of who may open what. (en-US)',
        'path (long, en-US), 경로 (long, ko-KR): The place of a file. (en-US)',
      ],
    ],
    [
      'a dictionary for Yomitan',
      'harbour-yomitan.zip',
      'yomitan',
      [
        '埠頭 (long, ja), ふとう (alias, ja): a wall for ships; a pier (en)',
        '係留 (long, ja), けいりゅう (alias, ja): tying a ship up 岸 to a quay (en)',
        'NCG (short, ja), Nuclear Consultative Group (long, en): Nuclear Consultative Group (en)',
      ],
    ],
    [
      'Contextive',
      'harbour.glossary.yml',
      'contextive',
      [
        'Berth (long, en), mooring (alias, en), place (alias, en), BTH (short, en): The place on a quay at which a ship is tied up. (en)',
        'Estimated Time of Arrival (long, en), ETA (short, en): When a ship should be there: said by its master. (en)',
      ],
    ],
    [
      'abbreviations in Markdown',
      'abbreviations.md',
      'markdown',
      [
        'NCG (short, en), Nuclear Consultative Group (long, en): Nuclear Consultative Group (en)',
        'QTG (short, en): A group that talks quietly, on the quay. (en)',
        'K-12 (short, en), Kindergarten to twelfth grade (long, en): Kindergarten to twelfth grade (en)',
      ],
    ],
    [
      'a definition list in Markdown',
      'definitions.md',
      'markdown',
      [
        'Berth (long, en): The place on a quay at which a ship is tied up. It has a number. (en)',
        'Nuclear Consultative Group (long, en), NCG (short, en), Nuclear Group (alias, en): A body in which two states plan. It meets twice a year. (en)',
        'Quay (long, en): A wall for ships; see piers. (en)',
      ],
    ],
    [
      'a page',
      'words.html',
      'page',
      [
        'berth (long, en-GB): A berth is the place on a quay at which a ship is tied up. (en-GB)',
        'NCG (short, en-GB), Nuclear Consultative Group (long, en-GB): The NCG is a body in which two states plan. (en-GB)',
        'Quay (long, en-GB): A wall for ships. It is of stone. (en-GB)',
        'Bollard (long, en-GB), Post (alias, en-GB): What a rope is laid around. (en-GB)',
        'ETA (short, en-GB), Estimated Time of Arrival (long, en-GB): When a ship should be there. Said by its master. (en-GB)',
      ],
    ],
  ];

describe('a file of a foreign format', () => {
  it.each(CASES)('is read: %s', async (_, file, format, entries) => {
    const foreign = await openForeign(file, await readSample(file));
    expect(foreign.format).toBe(format);
    expect(inShort(take(foreign))).toEqual(entries);
  });

  it.each(CASES)('is told by its content, not by its name: %s', async (_, file, format) => {
    const foreign = await openForeign('notes', await readSample(file));
    expect(foreign.format).toBe(format);
  });

  it.each([
    ['spells the term out', 'QB', 'Quay Board', 'QB (short, en), Quay Board (long, en)'],
    ['has other letters', 'QB', 'Harbour Watch', 'QB (short, en)'],
    ['says more than that', 'QB', 'Quay Board, which runs the port', 'QB (short, en)'],
    ['is of a word', 'Quay', 'Quayside Unit And Yard', 'Quay (long, en)'],
  ])('gives a full name where its explanation %s', async (_, term, said, names) => {
    const foreign = await openForeign('words.md', `${term}\n: ${said}\n\nBerth\n: A place.\n`);
    expect(inShort(take(foreign))).toContain(`${names}: ${said} (en)`);
  });
});
