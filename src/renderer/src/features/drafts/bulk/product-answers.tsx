import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextBox } from '../../../ui/fields';
import { CategoryPick } from '../picks';
import type { AnswerProps } from './AnswerForm';
import { commaList, HINT, setAnswer } from './answer-kinds';

/** Sets the category, chosen from Naver's leaves. */
export function CategoryAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [path, setPath] = useState<string | null>(null);
  return (
    <>
      <CategoryPick
        onPick={(id, picked) => {
          setPath(picked);
          onAnswer(
            setAnswer({
              category: { id, path: picked, confidence: 1, decidedBy: 'seller', candidates: [] },
            }),
          );
        }}
      />
      {path === null ? null : (
        <p className="font-medium text-sm">
          {t('review.bulk.chosen', { name: path.replaceAll('>', ' › ') })}
        </p>
      )}
      <p className={HINT}>{t('editor.categoryHint')}</p>
    </>
  );
}

/** Replaces a word wherever it stands; an empty replacement takes it out. */
export function WordAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [word, setWord] = useState('');
  const [by, setBy] = useState('');
  const tell = (find: string, replacement: string): void =>
    onAnswer(
      find.trim() === ''
        ? null
        : { kind: 'replace-word', word: find.trim(), by: replacement.trim() },
    );
  return (
    <>
      <TextBox
        label={t('review.bulk.word')}
        value={word}
        maxLength={60}
        onChange={(text) => {
          setWord(text);
          tell(text, by);
        }}
      />
      <TextBox
        label={t('review.bulk.wordBy')}
        value={by}
        maxLength={60}
        onChange={(text) => {
          setBy(text);
          tell(word, text);
        }}
      />
    </>
  );
}

/** Adds and takes away tags, comma by comma. */
export function TagsAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [add, setAdd] = useState('');
  const [remove, setRemove] = useState('');
  const tell = (adding: string, removing: string): void => {
    const answer = { kind: 'tags', add: commaList(adding), remove: commaList(removing) } as const;
    onAnswer(answer.add.length + answer.remove.length === 0 ? null : answer);
  };
  return (
    <>
      <TextBox
        label={t('review.bulk.tagsAdd')}
        value={add}
        onChange={(text) => {
          setAdd(text);
          tell(text, remove);
        }}
      />
      <TextBox
        label={t('review.bulk.tagsRemove')}
        value={remove}
        onChange={(text) => {
          setRemove(text);
          tell(add, text);
        }}
      />
    </>
  );
}

/** Sets brand and manufacturer, each only when it is typed. */
export function BrandAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [change, setChange] = useState<{
    readonly brand?: string | null;
    readonly manufacturer?: string | null;
  }>({});
  const put = (part: typeof change): void => {
    const next = { ...change, ...part };
    setChange(next);
    onAnswer(setAnswer(next));
  };
  return (
    <>
      {(['brand', 'manufacturer'] as const).map((field) => (
        <TextBox
          key={field}
          label={t(`editor.fields.${field}`)}
          value={change[field] ?? ''}
          maxLength={100}
          onChange={(text) => put({ [field]: text.trim() === '' ? null : text })}
        />
      ))}
    </>
  );
}
