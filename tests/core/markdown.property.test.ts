/** Threat: "what is copied or exported works where it is put", tried against a CommonMark parser. */
import { Parser } from 'commonmark';
import { expect, it } from 'vitest';
import type { CardContent } from '../../src/core/cards/card-content.ts';
import { writeBrief } from '../../src/core/cards/card-note.ts';
import { type CardKey, readCardStrings } from '../../src/core/cards/card-strings.ts';
import type { Glossary } from '../../src/core/glossary/glossary.ts';
import { parseGlossary } from '../../src/core/glossary/parse-glossary.ts';
import { glossaryToMarkdown } from '../../src/core/packs/pack-markdown.ts';
import { fc } from '../properties.ts';
import { sampleInput } from './packs/pack-sample.ts';

const strings = readCardStrings((key: CardKey) => (key === 'card.language' ? 'en' : key));

const marks =
  '~~~ ``` ` * ** _ [ ]( ![ ) ( <b> </ > - + 1. 2) # === --- &lt; &#42; \\ | " \' : ! a 가'.split(
    ' ',
  );
const text = fc
  .array(fc.oneof(fc.constantFrom(...marks), fc.constantFrom(' ', '  ', 'b ')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''))
  .filter((joined) => joined.trim() !== '');
const address = fc
  .array(fc.constantFrom(...marks, '/', '?', '&amp;', '%20', '@', ' '), { maxLength: 12 })
  .map((pieces) => new URL(`https://a.example/${pieces.join('')}`).href);

/** What a parser makes of a text beside paragraphs and words. */
function partsOf(markdown: string): string[] {
  const walker = new Parser().parse(markdown).walker();
  const parts: string[] = [];
  for (let event = walker.next(); event; event = walker.next()) {
    const { type, destination } = event.node;
    if (!event.entering || /^(?:document|paragraph|text|softbreak|item|strong|emph)$/.test(type))
      continue;
    parts.push(type === 'link' ? `link ${new URL(destination ?? '').origin}` : type);
  }
  return parts;
}

const LINK = 'link https://a.example';

it('leaves no mark of a note a mark of Markdown', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 9, maxLength: 9 }), address, (texts, url) => {
      const [
        title = '',
        long = '',
        gloss = '',
        claim = '',
        saidBy = '',
        source = '',
        from = '',
        basis = '',
        page = '',
      ] = texts;
      const say = (words: string) => ({ text: words, lang: 'en' });
      const content: CardContent = {
        ref: 'a/b',
        title: say(title),
        long: say(long),
        otherNames: [],
        kind: 'Body',
        parties: [],
        level: null,
        gloss: say(gloss),
        basis,
        claims: [
          {
            text: say(claim),
            saidBy,
            asOf: 'as of 2022',
            source,
            url,
            from,
            aged: null,
            date: null,
            event: '',
            differs: null,
          },
        ],
        related: [],
        table: null,
        rivals: [],
        namesakes: [],
        alsoIn: [],
        reason: null,
        pageDate: null,
      };
      const brief = writeBrief({ title: page, address: url, date: null }, [content], strings);
      expect(partsOf(brief)).toEqual(['heading', LINK, 'list', LINK]);
    }),
  );
});

it('leaves no mark of a glossary a mark of Markdown', () => {
  const sample = parseGlossary(sampleInput(), 'sample');
  fc.assert(
    fc.property(fc.array(text, { minLength: 6, maxLength: 6 }), address, (texts, url) => {
      const [title = '', name = '', gloss = '', claim = '', publisher = '', licence = ''] = texts;
      const glossary: Glossary = {
        ...sample,
        title,
        licence,
        sources: sample.sources.map((source) => ({ ...source, publisher, title: claim, url })),
        entries: sample.entries.slice(0, 1).map((entry) => ({
          ...entry,
          gloss,
          names: entry.names.map((each) => ({ ...each, text: name })),
          claims: entry.claims.map((each) => ({ ...each, text: claim, said_by: publisher })),
          related: [],
        })),
      };
      expect(partsOf(glossaryToMarkdown(glossary))).toEqual([
        'heading',
        'heading',
        'list',
        'heading',
        'list',
        LINK,
      ]);
    }),
  );
});
