import type { SourcingConditions } from '@shared/domain/sourcing';
import type { RouteInput } from '@shared/ipc/registry';

/** Every key of the query cache in one place, so that events can name what they make stale. */
export const queryKeys = {
  appInfo: ['app', 'info'] as const,
  dataFolder: ['data-folder'] as const,
  appState: ['app', 'state'] as const,
  shellState: ['shell', 'state'] as const,
  about: ['shell', 'about'] as const,
  licences: ['shell', 'licences'] as const,
  settings: ['settings'] as const,
  secrets: ['secrets'] as const,
  backups: ['backups'] as const,
  stores: ['stores'] as const,
  limits: ['limits'] as const,
  pictureBackup: ['picture-backup'] as const,
  intake: {
    readings: ['intake', 'readings'] as const,
    lines: (input: RouteInput<'intake.listLines'>) => ['intake', 'lines', input] as const,
  },
  drafts: {
    all: ['drafts'] as const,
    overview: ['drafts', 'overview'] as const,
    advice: (itemNo: string) => ['drafts', 'advice', itemNo] as const,
    list: (filter: RouteInput<'drafts.list'>) => ['drafts', 'list', filter] as const,
    one: (itemNo: string) => ['drafts', 'one', itemNo] as const,
  },
  marketplace: {
    categories: (text: string) => ['marketplace', 'categories', text] as const,
    category: (id: string) => ['marketplace', 'category', id] as const,
    origins: (text: string) => ['marketplace', 'origins', text] as const,
    addresses: ['marketplace', 'addresses'] as const,
    noticeTypes: ['marketplace', 'notice-types'] as const,
  },
  sourcing: {
    all: ['sourcing'] as const,
    allHits: ['sourcing', 'hits'] as const,
    hits: (conditions: SourcingConditions, page: number) =>
      ['sourcing', 'hits', conditions, page] as const,
    categories: ['sourcing', 'categories'] as const,
    allItems: ['sourcing', 'item'] as const,
    item: (itemNo: string) => ['sourcing', 'item', itemNo] as const,
    saved: ['sourcing', 'saved'] as const,
  },
  watch: {
    all: ['watch'] as const,
    status: ['watch', 'status'] as const,
    approvals: ['watch', 'approvals'] as const,
    findings: ['watch', 'findings'] as const,
    policies: ['watch', 'policies'] as const,
    products: (filter: RouteInput<'watch.listProducts'>) => ['watch', 'products', filter] as const,
    changes: (filter: RouteInput<'watch.listChanges'>) => ['watch', 'changes', filter] as const,
  },
  notifications: {
    all: ['notifications'] as const,
    unread: ['notifications', 'unread'] as const,
    lines: (filter: RouteInput<'notifications.listLines'>) =>
      ['notifications', 'lines', filter] as const,
    line: (lineKey: string) => ['notifications', 'line', lineKey] as const,
    outlets: ['notification-outlets'] as const,
  },
  homeWatch: ['watch', 'status', 'home'] as const,
  history: (itemNo: string, fromMs: number) => ['watch', 'history', itemNo, fromMs] as const,
  metrics: (days: number) => ['metrics', days] as const,
  queue: {
    status: ['queue', 'status'] as const,
    batches: ['queue', 'batches'] as const,
    reasons: ['queue', 'reasons'] as const,
    undos: ['queue', 'undos'] as const,
    rehearsals: ['queue', 'rehearsals'] as const,
    orphans: ['queue', 'orphans'] as const,
    jobs: ['queue', 'jobs'] as const,
    jobList: (filter: RouteInput<'registration.listJobs'>) => ['queue', 'jobs', filter] as const,
  },
} as const;
