import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, Keyboard, SquarePen, Undo2, WandSparkles } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { queryKeys } from '../../../ipc/query-keys';
import { useClient } from '../../../ipc/use-client';
import { useShortcutList } from '../../../state/shortcut-list';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { FaultNotice } from '../../../ui/FaultNotice';
import { formatCount } from '../../../ui/format';
import { Page } from '../../../ui/Page';
import { QueryView } from '../../../ui/QueryView';
import { useLanguage } from '../../../ui/use-language';
import { filterOf } from '../draft-filter';
import { isDraftState } from '../draft-looks';
import { otherCandidates } from './Candidates';
import { Key } from './Key';
import { ReviewCard } from './ReviewCard';
import { useReviewKeys } from './use-review-keys';

/** Drafts reviewed at once; solved ones make room for the next when the review is begun again. */
const REVIEW_MAX = 500;

/** One draft after the other, each finding with its suggestion, all by keyboard. */
export function ReviewPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useClient();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const asked = search.get('state');
  const filter = filterOf(
    isDraftState(asked) ? asked : null,
    search.get('reason'),
    search.get('text') ?? '',
  );
  const [at, setAt] = useState(0);
  const [reasonAt, setReasonAt] = useState(0);
  const showShortcuts = useShortcutList((list) => list.show);
  const [told, setTold] = useState('');
  const list = useQuery({
    queryKey: ['drafts', 'review-list', filter],
    queryFn: async () => {
      const wanted = filter.state === undefined ? (['needs-review', 'blocked'] as const) : [null];
      const pages = await Promise.all(
        wanted.map((state) =>
          client.request('drafts.list', {
            ...filter,
            ...(state === null ? {} : { state }),
            limit: REVIEW_MAX,
          }),
        ),
      );
      return pages.flatMap(({ drafts }) => drafts.map(({ itemNo }) => itemNo));
    },
    // The order stays while drafts are solved; a solved one is still there to be undone.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const itemNos = list.data ?? [];
  const itemNo = itemNos[Math.min(at, itemNos.length - 1)] ?? null;
  const draft = useQuery({
    queryKey: queryKeys.drafts.one(itemNo ?? ''),
    queryFn: async () =>
      itemNo === null ? null : (await client.request('drafts.get', { itemNo })).draft,
    enabled: itemNo !== null,
    placeholderData: keepPreviousData,
  });
  const advice = useQuery({
    queryKey: [...queryKeys.drafts.advice(itemNo ?? ''), draft.data?.version ?? 0],
    queryFn: () => {
      if (itemNo === null) throw new TypeError('no draft');
      return client.request('drafts.advice', { itemNo });
    },
    enabled: itemNo !== null && draft.data?.itemNo === itemNo,
  });
  const current = draft.data ?? null;
  const stops = current?.reasons.filter(({ severity }) => severity !== 'warn') ?? [];
  const place = Math.min(reasonAt, Math.max(0, stops.length - 1));
  const reason = stops[place] ?? null;
  const repair = advice.data?.repairs.find(({ code }) => code === reason?.code) ?? null;
  const source = advice.data?.sources.find(({ code }) => code === reason?.code) ?? null;
  const confirmable = advice.data?.confirmable.find(({ code }) => code === reason?.code) ?? null;
  const category = current?.content.category ?? null;
  const candidates = reason?.field === 'category' ? otherCandidates(category) : [];

  const act = useMutation({
    mutationFn: async (what: 'accept' | 'confirm' | 'override' | 'undo' | number) => {
      if (current === null) return '';
      const own = { itemNo: current.itemNo, basedOnVersion: current.version };
      if (typeof what === 'number') {
        const chosen = candidates[what];
        if (chosen === undefined || category === null) return '';
        await client.request('drafts.edit', {
          ...own,
          change: {
            category: {
              id: chosen.id,
              path: chosen.path,
              confidence: 1,
              decidedBy: 'seller',
              candidates: [...category.candidates],
            },
          },
        });
        return t('review.flow.chosen', { path: chosen.path.replaceAll('>', ' › ') });
      }
      switch (what) {
        case 'accept': {
          if (repair === null) return '';
          const change = repair.change as Parameters<
            typeof client.request<'drafts.edit'>
          >[1]['change'];
          await client.request('drafts.edit', { ...own, change });
          return t('review.flow.accepted');
        }
        case 'confirm': {
          if (confirmable === null) return '';
          const answer = { kind: 'confirm', field: confirmable.field } as const;
          await client.request('drafts.bulkApply', {
            target: { itemNos: [current.itemNo] },
            answer,
            reasonCode: reason?.code ?? null,
          });
          return t('review.flow.confirmed');
        }
        case 'override': {
          if (reason === null || source?.isOverridable !== true) return '';
          await client.request('drafts.override', {
            ...own,
            code: reason.code,
            note: t('review.flow.overrideNote'),
          });
          return t('review.flow.overridden');
        }
        case 'undo':
          await client.request('drafts.undoLast', own);
          return t('review.flow.undoneOne');
      }
    },
    onSuccess: (words) => setTold(words),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: queryKeys.drafts.one(itemNo ?? '') });
      void queries.invalidateQueries({ queryKey: queryKeys.drafts.overview });
      void queries.invalidateQueries({ queryKey: ['drafts', 'list'] });
    },
  });
  const step = (by: number): void => {
    setTold('');
    setReasonAt(0);
    setAt((now) => Math.max(0, Math.min(itemNos.length - 1, now + by)));
  };
  const open = (): void => {
    if (current !== null) void navigate(`/drafts/${current.itemNo}`);
  };
  const fixAll = (): void => {
    if (reason !== null) void navigate(`/drafts/bulk?reason=${encodeURIComponent(reason.code)}`);
  };
  useReviewKeys({
    n: () => step(1),
    arrowdown: () => step(1),
    p: () => step(-1),
    arrowup: () => step(-1),
    j: () => setReasonAt((place + 1) % Math.max(1, stops.length)),
    enter: () => act.mutate('accept'),
    c: () => act.mutate('confirm'),
    o: () => act.mutate('override'),
    u: () => act.mutate('undo'),
    e: open,
    a: fixAll,
    escape: () => void navigate('/drafts'),
    ...Object.fromEntries(
      candidates.map((_, number) => [String(number + 1), () => act.mutate(number)]),
    ),
  });
  const headingRef = useRef<HTMLDivElement>(null);
  useEffect(() => headingRef.current?.focus(), []);

  return (
    <Page
      width="reading"
      back={{ to: '/drafts', text: t('review.bulk.back') }}
      title={t('review.flow.title')}
      subtitle={
        itemNos.length === 0
          ? undefined
          : t('review.flow.place', {
              at: formatCount(Math.min(at, itemNos.length - 1) + 1, language),
              total: formatCount(itemNos.length, language),
            })
      }
      actions={
        <>
          <Button onPress={() => showShortcuts(true)}>
            <Keyboard aria-hidden="true" size={16} />
            {t('review.keys.show')}
          </Button>
          <Button onPress={() => void navigate('/drafts')}>{t('review.keys.leave')}</Button>
        </>
      }
    >
      <div ref={headingRef} tabIndex={-1} className="flex flex-col gap-4 outline-none!">
        {act.error === null ? null : <FaultNotice fault={act.error} />}
        <p role="status" className="min-h-5 text-good text-sm">
          {told}
        </p>
        <QueryView query={list}>
          {(all) =>
            all.length === 0 || current === null ? (
              <EmptyState
                title={t('review.flow.allDone')}
                hint={t('review.flow.allDoneHint')}
                Icon={CircleCheck}
              />
            ) : (
              <>
                <ReviewCard
                  draft={current}
                  stops={stops}
                  place={place}
                  repair={repair}
                  source={source?.source[language] ?? null}
                  candidates={candidates}
                  isConfirmable={confirmable !== null}
                  isBusy={act.isPending}
                  onPlace={setReasonAt}
                  onChoose={(number) => act.mutate(number)}
                />
                <div className="flex flex-wrap gap-2">
                  <Button
                    tone={repair === null ? 'plain' : 'primary'}
                    isDisabled={repair === null || act.isPending}
                    onPress={() => act.mutate('accept')}
                  >
                    <WandSparkles aria-hidden="true" size={16} />
                    {t('review.keys.accept')} <Key name="Enter" />
                  </Button>
                  <Button
                    tone={confirmable !== null && repair === null ? 'primary' : 'plain'}
                    isDisabled={confirmable === null || act.isPending}
                    onPress={() => act.mutate('confirm')}
                  >
                    {t('review.keys.confirm')} <Key name="C" />
                  </Button>
                  {source?.isOverridable === true ? (
                    <Button isDisabled={act.isPending} onPress={() => act.mutate('override')}>
                      {t('review.keys.override')} <Key name="O" />
                    </Button>
                  ) : null}
                  <Button isDisabled={act.isPending} onPress={() => act.mutate('undo')}>
                    <Undo2 aria-hidden="true" size={16} />
                    {t('review.keys.undo')} <Key name="U" />
                  </Button>
                  <Button
                    tone={
                      repair === null && confirmable === null && reason !== null
                        ? 'primary'
                        : 'plain'
                    }
                    onPress={open}
                  >
                    <SquarePen aria-hidden="true" size={16} />
                    {t('review.keys.open')} <Key name="E" />
                  </Button>
                  <Button isDisabled={reason === null} onPress={fixAll}>
                    {t('review.keys.fixAll')} <Key name="A" />
                  </Button>
                  <Button tone={reason === null ? 'primary' : 'plain'} onPress={() => step(1)}>
                    {t('review.keys.next')} <Key name="N" />
                  </Button>
                </div>
              </>
            )
          }
        </QueryView>
      </div>
    </Page>
  );
}
