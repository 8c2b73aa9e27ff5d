/** Pages on which people have labelled the meaning of each name: passages and whole articles. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Span } from '../../core/text/span.ts';

/** A labelled mention, which should be found. */
export interface GoldMention extends Span {
  readonly surface: string;
  readonly ref: EntryRef;
  /** Other spans that also count as right, e.g. with a country before the name. */
  readonly alt?: readonly (readonly [number, number])[];
}

/** Text that must not be painted. */
export interface Distractor extends Span {
  readonly surface: string;
  /** `sense`: the letters have another meaning. `context`: code, editable or hidden text. */
  readonly kind: 'sense' | 'context';
}

/** A page with its labels; offsets are UTF-16 code units of `text`. */
export interface EvaluationPage {
  readonly id: string;
  readonly kind: 'passage' | 'article';
  /** `dev`: rules may be tuned on it. `held`: they may not. `reference`: labelled by others. */
  readonly set: string;
  readonly lang: string;
  readonly text: string;
  /** The glossary whose terms were labelled; null for all bundled ones. */
  readonly glossary: string | null;
  readonly gold: readonly GoldMention[];
  readonly distractors: readonly Distractor[];
  /** Spans that are not judged. */
  readonly neutral: readonly Span[];
  /** The distinct pairs of short and long form that an article defines, if they were labelled. */
  readonly pairs?: readonly { readonly short: string; readonly long: string }[];
  /** The page as it is served; passages are put into a simple page. */
  readonly html: string;
  /** Where `text` begins in the text of the served `<article>`. */
  readonly base: number;
}

/** The glossary of labels that name none. Most labels are of its entries. */
const GLOSSARY = 'korea-us-alliance';

/** The common fields of a line in `passages.jsonl` and an item in `articles/gold.json`. */
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
 * Read a folder of labelled pages.
 *
 * @param folder - Contains `passages.jsonl` and `articles/gold.json`; either may be missing.
 * @param set - The set of pages that do not name theirs.
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
    // The article's text begins with a line end, the heading and another line end.
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

/** Whether the labels of a set cover all bundled glossaries. */
export const isOfAll = (set: string): boolean => set.startsWith('security ');

/** `Asan Institute` means `korea-us-alliance/asan-institute`; a ref with a glossary is complete. */
function refOf(entry: string): EntryRef {
  if (entry.includes('/')) return entry;
  return `${GLOSSARY}/${entry.toLowerCase().replace(/\s+/g, '-')}`;
}

/** Headings without words that are evidence for any meaning. */
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

/** A news page with the passage as its only paragraph. */
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
