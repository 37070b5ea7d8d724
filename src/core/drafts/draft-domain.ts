import type { Settings } from '@shared/domain/settings';
import type { NaverMasterData } from '../naver/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import type { Database } from '../storage/database';
import { createDraftOperations, type DraftOperations } from './bulk/operations';
import { createSqliteCategoryMemory } from './category-memory';
import { createDraftBench, type DraftBenchDeps } from './draft-bench';
import { createSqliteDraftStore, type DraftStore } from './draft-store';
import { createOverrideDesk, type OverrideDesk } from './override-desk';
import { createOverrideLog } from './override-log';
import { createDraftService, type DraftDesk, type DraftServiceDeps } from './service';
import { createSurroundings } from './surroundings';
import { createDraftTables, type DraftTables } from './table/draft-tables';

export interface DraftDomainDeps
  extends Pick<DraftServiceDeps, 'readOptions' | 'planPictures' | 'noticeTypes' | 'rules'>,
    Pick<DraftBenchDeps, 'mapOptions'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Logger;
  readonly settings: () => Settings;
  readonly masterData: NaverMasterData;
  /** Who sits at this computer, for the log. */
  readonly operator: string;
}

/** Everything that can be done with drafts. */
export interface DraftDomain {
  readonly desk: DraftDesk;
  /** For parts that read drafts as they are stored. */
  readonly store: DraftStore;
  readonly operations: DraftOperations;
  readonly overrides: OverrideDesk;
  readonly tables: DraftTables;
}

/** Builds the parts of the draft domain over one database. */
export function createDraftDomain(deps: DraftDomainDeps): DraftDomain {
  const { database, clock, rules } = deps;
  const store = createSqliteDraftStore(database);
  const log = createOverrideLog(database);
  const surroundings = createSurroundings(database, store, log);
  const bench = createDraftBench({ ...deps, store, surroundings });
  const categoryMemory = createSqliteCategoryMemory(database);
  const operations = createDraftOperations({
    ...deps,
    store,
    bench,
    overrides: log,
    categoryMemory,
  });
  return {
    store,
    desk: createDraftService({
      ...deps,
      bench,
      store,
      surroundings,
      categoryMemory,
    }),
    operations,
    overrides: createOverrideDesk({
      clock,
      bench,
      rules,
      log,
      surroundings,
      operator: deps.operator,
    }),
    tables: createDraftTables({ store, bench, operations, masterData: deps.masterData }),
  };
}
