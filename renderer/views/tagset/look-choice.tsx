/** How a label looks in the text: one of twelve hues and a line style. */
import { type CSSProperties, useId } from 'react';
import { LineStyle } from '#shared/model/tagset.ts';
import { useText } from '../../state/use-text.ts';

/** Custom properties of a hue from 1 to 12. */
export function hueStyle(color: number): CSSProperties {
  return {
    '--tone': `var(--hue-${color})`,
    '--tone-ink': `var(--hue-${color}-ink)`,
    '--tone-tint': `var(--hue-${color}-tint)`,
  } as CSSProperties;
}

/** A few characters underlined as the label is. Decoration only: silent for screen readers. */
export function LookSample({ color, line }: { readonly color: number; readonly line: LineStyle }) {
  const t = useText();
  return (
    <span className={`look-sample line-${line}`} style={hueStyle(color)} aria-hidden="true">
      {t('tagset.sample')}
    </span>
  );
}

const HUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

interface LookChoiceProps {
  readonly color: number;
  readonly line: LineStyle;
  readonly onChange: (look: { readonly color?: number; readonly line?: LineStyle }) => void;
}

/** Two rows of radio buttons. */
export function LookChoice({ color, line, onChange }: LookChoiceProps) {
  const t = useText();
  const id = useId();
  return (
    <>
      <fieldset className="labelled">
        <legend className="field-name">{t('tagset.color')}</legend>
        <div className="hues">
          {HUES.map((hue) => (
            <label key={hue} className="hue" style={hueStyle(hue)}>
              <input
                type="radio"
                className="visually-hidden"
                name={`${id}-hue`}
                aria-label={t('tagset.colorNumber', { n: hue })}
                checked={hue === color}
                onChange={() => onChange({ color: hue })}
              />
              <span className="hue-dot" title={t('tagset.colorNumber', { n: hue })} />
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="labelled">
        <legend className="field-name">{t('tagset.line')}</legend>
        <div className="lines">
          {LineStyle.options.map((style) => (
            <label key={style} className="line-choice" style={hueStyle(color)}>
              <input
                type="radio"
                className="visually-hidden"
                name={`${id}-line`}
                checked={style === line}
                onChange={() => onChange({ line: style })}
              />
              <span className="line-choice-face">
                <LookSample color={color} line={style} />
                {t(`tagset.line.${style}`)}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
