import type { JobsChanged } from '@shared/ipc/registration';
import type { RouteOutput } from '@shared/ipc/registry';
import type { QueryClient } from '@tanstack/react-query';
import type { IpcClient } from './client';
import type { Connection } from './connection';
import { queryKeys } from './query-keys';

/** Lists are read anew at most this often while jobs change; rows in view are patched at once. */
const LIST_REFRESH_MS = 1000;

type JobList = RouteOutput<'registration.listJobs'>;

/**
 * Keeps the query cache right: what an event carries is put in, what it only touches is read anew.
 * After a gap in the connection everything is read anew. Returns how to stop.
 */
export function keepFresh(
  client: IpcClient,
  connection: Connection,
  queries: QueryClient,
): () => void {
  let isRefreshPlanned = false;
  const planListRefresh = (): void => {
    if (isRefreshPlanned) return;
    isRefreshPlanned = true;
    setTimeout(() => {
      isRefreshPlanned = false;
      void queries.invalidateQueries({ queryKey: queryKeys.queue.jobs });
      void queries.invalidateQueries({ queryKey: queryKeys.drafts.all });
      // Their marks say what is queued or registered; the core remembers hits for a while, so this costs hardly a call.
      void queries.invalidateQueries({ queryKey: queryKeys.sourcing.allHits });
      void queries.invalidateQueries({ queryKey: queryKeys.sourcing.allItems });
    }, LIST_REFRESH_MS);
  };
  let wasLost = false;
  const stops = [
    client.subscribe('app.stateChanged', (state) => {
      queries.setQueryData(queryKeys.appState, state);
      // Another product: nothing that was read from the one before holds.
      if (state.kind !== 'opening') void queries.invalidateQueries();
    }),
    client.subscribe('intake.readingsChanged', ({ readings }) => {
      queries.setQueryData(queryKeys.intake.readings, readings);
    }),
    client.subscribe('registration.jobChanged', (changed) => {
      queries.setQueriesData<JobList>({ queryKey: queryKeys.queue.jobs }, (list) =>
        list === undefined ? undefined : patched(list, changed),
      );
      planListRefresh();
    }),
    client.subscribe('registration.statusChanged', (status) => {
      queries.setQueryData(queryKeys.queue.status, status);
    }),
    client.subscribe('notifications.changed', ({ unread }) => {
      queries.setQueryData(queryKeys.notifications.unread, unread);
      void queries.invalidateQueries({ queryKey: queryKeys.notifications.all });
    }),
    client.subscribe('settings.changed', (settings) => {
      queries.setQueryData(queryKeys.settings, settings);
      void queries.invalidateQueries({ queryKey: queryKeys.appInfo });
    }),
    client.subscribe('shell.stateChanged', (state) => {
      queries.setQueryData(queryKeys.shellState, state);
    }),
    client.subscribe('watch.changed', ({ hasNews }) => {
      const queryKey = hasNews ? queryKeys.watch.all : queryKeys.watch.status;
      void queries.invalidateQueries({ queryKey });
    }),
    connection.subscribe((state) => {
      if (state === 'lost') wasLost = true;
      if (state !== 'open' || !wasLost) return;
      wasLost = false;
      void queries.invalidateQueries();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** `list` with the changed rows it already shows; the same object when it shows none of them. */
function patched(list: JobList, { jobs }: JobsChanged): JobList {
  const changes = new Map(jobs.map((job) => [job.jobId, job]));
  if (!list.jobs.some(({ jobId }) => changes.has(jobId))) return list;
  return { ...list, jobs: list.jobs.map((job) => changes.get(job.jobId) ?? job) };
}
