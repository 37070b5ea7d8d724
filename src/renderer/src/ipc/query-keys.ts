import type { RouteInput } from '@shared/ipc/registry';

/** Every key of the query cache in one place, so that events can name what they make stale. */
export const queryKeys = {
  appInfo: ['app', 'info'] as const,
  settings: ['settings'] as const,
  limits: ['limits'] as const,
  drafts: {
    all: ['drafts'] as const,
    list: (filter: RouteInput<'drafts.list'>) => ['drafts', 'list', filter] as const,
    one: (itemNo: string) => ['drafts', 'one', itemNo] as const,
  },
  queue: {
    status: ['queue', 'status'] as const,
    jobs: ['queue', 'jobs'] as const,
    jobList: (filter: RouteInput<'registration.listJobs'>) => ['queue', 'jobs', filter] as const,
  },
} as const;
