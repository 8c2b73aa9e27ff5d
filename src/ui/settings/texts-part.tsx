import { useEffect, useId, useState } from 'preact/hooks';
import { type ReadText, readPlainText } from '../../core/articles/read-text.ts';
import { formatDate } from '../../core/glossary/partial-date.ts';
import type { ReviewHead } from '../../core/review/review-types.ts';
import { useDropZone } from '../shared/drop-zone.ts';
import { FileButton } from '../shared/file-button.tsx';
import { LinkButton } from '../shared/link-button.tsx';
import type { Attempt, Tell } from '../shared/notices.tsx';
import type { SettingsModel } from '../shared/settings-model.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';
import { checkText, readTextFile, type TextFault } from './text-file.ts';

interface TextsPartProps {
  readonly model: SettingsModel['texts'];
  readonly attempt: Attempt;
  readonly tell: Tell;
  readonly t: Translate;
}

/** Texts that the reader brings, and texts under review. */
export function TextsPart(props: TextsPartProps) {
  const { model, tell, t } = props;
  const [pasted, setPasted] = useState('');
  const [fault, setFault] = useState('');
  const [reviews, refresh] = useReviews(model);
  const id = useId();
  const start = async (reads: readonly ReadText[]): Promise<boolean> => {
    try {
      await model.startReviews(reads);
      return true;
    } catch (error) {
      console.error(error);
      setFault(t('texts.unsaved'));
      return false;
    } finally {
      refresh();
    }
  };
  const review = async () => {
    const read = checkText(readPlainText(pasted));
    if (typeof read === 'string') return setFault(sayFault(t('texts.pasted'), read, t));
    setFault('');
    if (await start([read])) setPasted('');
  };
  const bring = async (files: readonly File[]) => {
    setFault('');
    const reads: ReadText[] = [];
    const faults: string[] = [];
    // One after the other, since each may be large.
    for (const file of files) {
      const read = await readTextFile(file, model.readHtml).catch(() => 'encoding' as const);
      if (typeof read === 'string') faults.push(sayFault(file.name, read, t));
      else reads.push(read);
    }
    setFault(faults.join('\n'));
    if (reads.length === 0 || !(await start(reads)) || reads.length === 1) return;
    tell(t('texts.ready', reads.length, [createNumberFormat(t)(reads.length)]));
  };
  const { isOver, listeners } = useDropZone((files) => void bring(files));
  return (
    <section
      id="texts"
      class={isOver ? 'dropping' : ''}
      aria-labelledby="texts-title"
      {...listeners}
    >
      <h2 id="texts-title">{t('texts.title')}</h2>
      <p class="intro">{t('texts.intro')}</p>
      <p class="intro">{t('texts.popupHint')}</p>
      <div class="paste field">
        <label class="label" for={`${id}-paste`}>
          {t('texts.paste')}
        </label>
        <textarea
          id={`${id}-paste`}
          rows={4}
          dir="auto"
          value={pasted}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </div>
      <div class="buttons">
        <button type="button" class="button" onClick={() => void review()}>
          {t('texts.review')}
        </button>
        <FileButton
          label={t('texts.choose')}
          accept=".txt,.md,.markdown,.html,.htm,.xhtml,text/plain,text/markdown,text/html"
          multiple
          onFiles={(files) => void bring(files)}
        />
        <span class="hint">{t('texts.drop')}</span>
      </div>
      <p class="bad lines" role="status">
        {fault}
      </p>
      <InProgress {...props} reviews={reviews} refresh={refresh} />
    </section>
  );
}

interface InProgressProps extends TextsPartProps {
  readonly reviews: readonly ReviewHead[];
  readonly refresh: () => void;
}

function InProgress({ reviews, refresh, model, attempt, tell, t }: InProgressProps) {
  const remove = (gone: ReviewHead) =>
    attempt(async () => {
      const putBack = await model.removeReview(gone.id);
      refresh();
      const restore = () => putBack().then(refresh);
      tell(t('texts.discarded', [nameOf(gone, t)]), () => void attempt(restore));
    });
  return (
    <>
      <h3>{t('texts.progress')}</h3>
      {reviews.length === 0 && <p class="none">{t('texts.none')}</p>}
      <ul class="rows">
        {reviews.map((each) => (
          <ReviewRow
            key={each.id}
            review={each}
            model={model}
            onRemove={() => void remove(each)}
            t={t}
          />
        ))}
      </ul>
    </>
  );
}

/**
 * The reviews in progress. They start and end in other tabs, so the list is read again whenever
 * this tab is shown.
 */
function useReviews(model: SettingsModel['texts']): [readonly ReviewHead[], () => void] {
  const [reviews, setReviews] = useState<readonly ReviewHead[]>([]);
  const refresh = () => {
    // If storage is switched off, there are none.
    void model
      .listReviews()
      .catch(() => [])
      .then(setReviews);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: run once
  useEffect(() => {
    refresh();
    const stop = new AbortController();
    addEventListener('focus', refresh, { signal: stop.signal });
    document.addEventListener('visibilitychange', refresh, { signal: stop.signal });
    return () => stop.abort();
  }, [model]);
  return [reviews, refresh];
}

interface ReviewRowProps {
  readonly review: ReviewHead;
  readonly model: SettingsModel['texts'];
  readonly onRemove: () => void;
  readonly t: Translate;
}

function ReviewRow({ review, model, onRemove, t }: ReviewRowProps) {
  const format = createNumberFormat(t);
  const { id, total, choices, source, begun } = review;
  const done = choices.filter(({ verdict }) => verdict !== 'open').length;
  const name = nameOf(review, t);
  const facts = [
    source.publisher,
    t('texts.begun', [formatDate(begun.slice(0, 10), t('card.language'))]),
    total === null ? '' : t('texts.state', [format(Math.min(done, total)), format(total)]),
  ];
  return (
    <li class="row">
      <span class="review-name">
        <span dir="auto">{name}</span>
        <span class="facts">{facts.filter((fact) => fact !== '').join(' · ')}</span>
      </span>
      <LinkButton
        label={t('texts.goOn')}
        name={t('texts.goOnWhat', [name])}
        onPress={() => model.openReview(id)}
      />
      <LinkButton
        label={t('settings.remove')}
        name={t('settings.removeWhat', [name])}
        onPress={onRemove}
      />
    </li>
  );
}

const nameOf = ({ source }: ReviewHead, t: Translate): string =>
  source.title || t('review.untitled');

/** The message that says what is wrong with a text and how to mend it. */
function sayFault(name: string, fault: TextFault, t: Translate): string {
  const texts = {
    empty: t('texts.empty', [name]),
    binary: t('texts.binary', [name]),
    encoding: t('texts.encoding', [name]),
    long: t('texts.long', [name]),
  };
  return texts[fault];
}
