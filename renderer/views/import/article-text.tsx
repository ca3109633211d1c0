/** The whole text of a proposed article, with every mended break shown where it was. */
import type { ArticleProposal } from '#shared/model/page.ts';
import type { SplitGesture } from './adjustments.ts';
import { cutAtBreaks } from './cut-at-breaks.ts';
import { BreakSign } from './raw-line.tsx';

interface ArticleTextProps {
  readonly article: ArticleProposal;
  readonly onGesture: (gesture: SplitGesture) => void;
}

/** Text and signs in turn. */
export function ArticleText({ article, onGesture }: ArticleTextProps) {
  return (
    <p className="card-whole">
      {cutAtBreaks(article.text, article.breaks).map(({ start, piece, found }) => (
        <span key={start}>
          {piece}
          {found !== null && <BreakSign found={found} tab={0} onGesture={onGesture} />}
        </span>
      ))}
    </p>
  );
}
