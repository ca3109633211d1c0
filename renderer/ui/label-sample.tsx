/** How a label looks in the text, in small: the colour with its line style or shape. */
import type { ReactNode } from 'react';
import type { LineStyle } from '#shared/model/tagset.ts';

interface LabelSampleProps {
  /** 1 to 12. */
  readonly color: number;
  readonly line: LineStyle;
  readonly layer: 'entity' | 'event' | 'directive' | 'relation';
}

/** A decoration: the name stands beside it. */
export function LabelSample({ color, line, layer }: LabelSampleProps) {
  return (
    <span
      className={`label-sample label-sample-${layer}`}
      style={{ ['--label-color' as string]: `var(--hue-${color})`, textDecorationStyle: line }}
      aria-hidden="true"
    >
      {layer === 'event' ? '▸' : layer === 'relation' ? '→' : '文'}
    </span>
  );
}

/** The label's name, written as the label looks. */
export function LabelName({ color, line, layer, children }: LabelSampleProps & { readonly children: ReactNode }) {
  return (
    <span
      className={`label-sample label-name label-sample-${layer}`}
      style={{ ['--label-color' as string]: `var(--hue-${color})`, textDecorationStyle: line }}
    >
      {children}
    </span>
  );
}
