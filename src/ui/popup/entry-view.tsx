import type { CardClaim, CardContent } from '../../core/cards/card-content.ts';
import type { Translate } from '../shared/text.ts';

interface EntryViewProps {
  readonly content: CardContent;
  readonly t: Translate;
}

/** An entry in full: its explanation and all its statements with their sources. */
export function EntryView({ content, t }: EntryViewProps) {
  const { otherNames, kind, parties, gloss, basis, claims, table } = content;
  const about = [kind, ...parties.map(({ name }) => name)].join(' · ');
  return (
    <div class="entry">
      <p class="about">{about}</p>
      {otherNames.map(({ text, lang }) => (
        <p key={text} class="about" lang={lang} dir="auto">
          {text}
        </p>
      ))}
      {gloss && (
        <p lang={gloss.lang} dir="auto">
          {gloss.text}
        </p>
      )}
      {basis && <p class="about">{basis}</p>}
      {claims.length > 0 && (
        <ul class="entry-claims">
          {claims.map((claim) => (
            <Claim key={`${claim.text.text} ${claim.source}`} claim={claim} />
          ))}
        </ul>
      )}
      {table && (
        <p class="about">
          {t('card.which')}: {table.heads.map(({ title }) => title.text).join(' · ')}
        </p>
      )}
    </div>
  );
}

function Claim({ claim: { text, saidBy, source, url, asOf } }: { readonly claim: CardClaim }) {
  return (
    <li>
      {saidBy && <span class="about">{saidBy}: </span>}
      <span lang={text.lang} dir="auto">
        {text.text}
      </span>{' '}
      <span class="about">
        {url ? (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {source}
          </a>
        ) : (
          source
        )}{' '}
        · {asOf}
      </span>
    </li>
  );
}
