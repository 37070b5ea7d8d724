import { useTranslation } from 'react-i18next';
import { SelectBox } from '../../ui/fields';

export interface TimeBoxProps {
  readonly label: string;
  /** Minutes since midnight. */
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}

const STEP_MINUTES = 30;
const STEPS = (24 * 60) / STEP_MINUTES;

/** A time of day in half hours, in the language's own way of writing it. */
export function TimeBox({ label, minute, onChange }: TimeBoxProps) {
  const { i18n } = useTranslation();
  const words = new Intl.DateTimeFormat(i18n.language === 'ko' ? 'ko-KR' : 'en-US', {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  const minutes = Array.from({ length: STEPS }, (_, step) => step * STEP_MINUTES);
  const choices = minutes.includes(minute) ? minutes : [minute, ...minutes];
  return (
    <SelectBox
      label={label}
      value={String(minute)}
      choices={choices.map((value) => ({
        value: String(value),
        text: words.format(value * 60_000),
      }))}
      onChange={(value) => onChange(Number(value))}
    />
  );
}
