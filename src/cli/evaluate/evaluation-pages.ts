/** Pages for which people have said what each name means: passages, and articles with markup. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Span } from '../../core/text/span.ts';

/** A mention that is owed. */
export interface GoldMention extends Span {
  readonly surface: string;
  readonly ref: EntryRef;
  /** Other spans that are as good, e.g. with a country before the name. */
  readonly alt?: readonly (readonly [number, number])[];
}

/** Text that must stay unpainted. */
export interface Distractor extends Span {
  readonly surface: string;
  /** `sense`: the letters mean something else. `context`: code, editable or hidden text. */
  readonly kind: 'sense' | 'context';
}

/** One page with its answers; offsets are UTF-16 code units of `text`. */
export interface EvaluationPage {
  readonly id: string;
  readonly kind: 'passage' | 'article';
  /** `dev`: rules may be tuned on it. `held`: they may not. `reference`: not the project's own. */
  readonly set: string;
  readonly lang: string;
  readonly text: string;
  /** The glossary whose terms were marked; null for all of them. */
  readonly glossary: string | null;
  readonly gold: readonly GoldMention[];
  readonly distractors: readonly Distractor[];
  /** Counts neither way. */
  readonly neutral: readonly Span[];
  /** Short form–long form pairs that an article defines itself, each once, where that was marked. */
  readonly pairs?: readonly { readonly short: string; readonly long: string }[];
  /** The page as it is served; passages are put into a plain one. */
  readonly html: string;
  /** Where `text` begins in the text of the served `<article>`. */
  readonly base: number;
}

/** The entries that most data speaks of stand in the glossary of the two articles. */
const GLOSSARY = 'korea-us-alliance';

/** What a line of `passages.jsonl` and an item of `articles/gold.json` have in common. */
interface Answers {
  readonly id: string;
  readonly lang: string;
  readonly set?: string;
  readonly gold: readonly (Omit<GoldMention, 'ref'> & { readonly entry: string })[];
  readonly distractors: readonly (Span & { surface: string; kind?: Distractor['kind'] })[];
  readonly neutral: readonly Span[];
  readonly pairs?: NonNullable<EvaluationPage['pairs']>;
}

/**
 * Read a folder of answers.
 *
 * @param folder - Holds `passages.jsonl` and `articles/gold.json`; either may be missing.
 * @param set - What pages are called that do not say their set.
 */
export function readEvaluationPages(folder: string, set: string): EvaluationPage[] {
  return [...readPassages(folder, set), ...readArticles(folder, set)];
}

function readPassages(folder: string, set: string): EvaluationPage[] {
  const file = join(folder, 'passages.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const data: Answers & { readonly text: string } = JSON.parse(line);
    const heading = HEADINGS[data.lang] ?? 'Today in brief';
    const html = servedPassage(heading, data);
    // The article begins with a line end, then heading and line end.
    return {
      ...readAnswers(data, set, data.text),
      kind: 'passage',
      html,
      base: heading.length + 2,
    };
  });
}

function readArticles(folder: string, set: string): EvaluationPage[] {
  const file = join(folder, 'articles/gold.json');
  if (!existsSync(file)) return [];
  const data: { articles: readonly (Answers & { file: string; textContent: string })[] } =
    JSON.parse(readFileSync(file, 'utf8'));
  return data.articles.map((article) => {
    const html = readFileSync(join(folder, 'articles', basename(article.file)), 'utf8');
    return { ...readAnswers(article, set, article.textContent), kind: 'article', html, base: 0 };
  });
}

function readAnswers(data: Answers, set: string, text: string) {
  const gold = data.gold.map(({ entry, ...mention }) => ({ ...mention, ref: refOf(entry) }));
  for (const { start, end, surface } of gold) {
    if (text.slice(start, end) !== surface) {
      throw new Error(`${data.id}: “${surface}” does not stand at ${start}–${end}.`);
    }
  }
  const distractors = data.distractors.map(({ kind, ...span }) => ({
    ...span,
    kind: kind ?? 'sense',
  }));
  const { id, lang, neutral, pairs } = data;
  const glossary = isOfAll(data.set ?? set) ? null : GLOSSARY;
  const answers = { id, lang, text, glossary, gold, distractors, neutral, set: data.set ?? set };
  return { ...answers, ...(pairs && { pairs }) };
}

/** The answers of some sets speak of all glossaries that come with the extension. */
export const isOfAll = (set: string): boolean => set.startsWith('security ');

/** `Asan Institute` is `korea-us-alliance/asan-institute`; what names its glossary is whole. */
function refOf(entry: string): EntryRef {
  if (entry.includes('/')) return entry;
  return `${GLOSSARY}/${entry.toLowerCase().replace(/\s+/g, '-')}`;
}

/** A heading without a word that could speak for any sense. */
const HEADINGS: Readonly<Record<string, string>> = {
  ko: '간추린 소식',
  ja: '短いニュース',
  de: 'In Kürze',
  fr: 'En bref',
  es: 'En breve',
  it: 'In breve',
  pl: 'W skrócie',
  pt: 'Em resumo',
};

/** A passage as the only paragraph of a news page. */
function servedPassage(heading: string, { lang, text }: { lang: string; text: string }): string {
  const article = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: heading };
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${heading}</title>
<meta property="og:type" content="article">
<script type="application/ld+json">${JSON.stringify(article)}</script>
</head>
<body>
<main>
<article>
<h1>${heading}</h1>
<p>${escaped}</p>
</article>
</main>
</body>
</html>
`;
}
