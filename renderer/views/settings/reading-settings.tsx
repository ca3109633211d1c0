/** How the article is set, with a paragraph to try it on. */
import { type CSSProperties, useId } from 'react';
import type { Settings } from '#shared/model/settings.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { Segments } from './segments.tsx';

interface ReadingSettingsProps {
  readonly settings: Settings;
  readonly onChange: (part: Partial<Settings>) => void;
}

/** Font, size, line height, measure, indent. */
export function ReadingSettings({ settings, onChange }: ReadingSettingsProps) {
  const t = useText();
  return (
    <>
      <Segments
        name={t('settings.font')}
        value={settings.readingFont}
        choices={[
          ['serif', t('settings.font.serif')],
          ['sans', t('settings.font.sans')],
        ]}
        onChange={(readingFont) => onChange({ readingFont })}
      />
      <Slider
        name={t('settings.size')}
        value={settings.readingSize}
        from={14}
        to={30}
        step={1}
        unit="px"
        onChange={(readingSize) => onChange({ readingSize })}
      />
      <Slider
        name={t('settings.lineHeight')}
        value={settings.readingLineHeight}
        from={1.6}
        to={2.6}
        step={0.05}
        unit=""
        onChange={(readingLineHeight) => onChange({ readingLineHeight })}
      />
      <Slider
        name={t('settings.measure')}
        value={settings.readingMeasure}
        from={24}
        to={60}
        step={1}
        unit={t('settings.measure.unit')}
        onChange={(readingMeasure) => onChange({ readingMeasure })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={settings.indentParagraphs}
          onChange={(event) => onChange({ indentParagraphs: event.target.checked })}
        />
        <span>{t('settings.indent')}</span>
      </label>
      <Trial settings={settings} />
    </>
  );
}

interface SliderProps {
  readonly name: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly unit: string;
  readonly onChange: (value: number) => void;
}

function Slider({ name, value, from, to, step, unit, onChange }: SliderProps) {
  const id = useId();
  const language = useLanguage();
  const shown = `${value.toLocaleString(language, { maximumFractionDigits: 2 })}${unit === '' ? '' : ` ${unit}`}`;
  return (
    <div className="slider">
      <label htmlFor={id} className="field-name">
        {name}
      </label>
      <input
        id={id}
        type="range"
        min={from}
        max={to}
        step={step}
        value={value}
        aria-valuetext={shown}
        onChange={(event) => onChange(Number(event.target.valueAsNumber.toFixed(2)))}
      />
      <output htmlFor={id} className="numeric">
        {shown}
      </output>
    </div>
  );
}

/** An invented paragraph set as the article will be. */
function Trial({ settings }: { readonly settings: Settings }) {
  const t = useText();
  const style: CSSProperties = {
    fontFamily: `var(--font-${settings.readingFont})`,
    fontSize: settings.readingSize,
    lineHeight: settings.readingLineHeight,
    maxWidth: `${settings.readingMeasure}em`,
    textIndent: settings.indentParagraphs ? '2em' : 0,
  };
  return (
    <div className="trial">
      <p lang="zh-CN" style={style}>
        {t('settings.trial')}
      </p>
    </div>
  );
}
