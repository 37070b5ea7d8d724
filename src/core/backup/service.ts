import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupSettings } from '@shared/domain/settings';
import { AppError } from '@shared/errors/app-error';
import { writeFileAtomically } from '../platform/atomic-file';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import { holdRestoredQueue } from '../registration/restored-hold';
import { assertSound, changeFile, copyDatabase } from '../storage/database-file';
import { forgetWhatWasSeen } from '../sync/restored-watch';
import { itemOf, itemsIn } from './content';
import { asStorage, copyDurably, flush, sha256Of, stampOf } from './files';
import { MANIFEST_NAME, type Manifest, readManifest } from './manifest';
import type { Backup, BackupKind, BackupService } from './port';
import { asideFolder, completeRestore, decideRestore, stagingFolder } from './restore-journal';

const DAY_MS = 24 * 3_600_000;
const PARTIAL = '.partial-';
const BACKUP_ID = /^[\w-]{1,80}$/;

export interface BackupServiceDependencies {
  /** Data folder of the store. */
  readonly home: string;
  readonly settings: () => BackupSettings;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Backups in `backups/` of the data folder. */
export function createBackupService(dependencies: BackupServiceDependencies): BackupService {
  const { home, settings, clock, logger } = dependencies;
  const folder = join(home, 'backups');
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = turn.then(work, work);
    turn = done.catch(() => undefined);
    return done;
  };
  const manifestOf = async (id: string): Promise<Manifest> => {
    const manifest = BACKUP_ID.test(id) ? await readManifest(join(folder, id)) : null;
    if (manifest === null) throw new AppError('BACKUP_NOT_FOUND', { params: { id } });
    return manifest;
  };
  const list = async (): Promise<readonly Backup[]> => {
    const names = await readdir(folder).catch(() => []);
    const backups = await Promise.all(
      names.map(async (id): Promise<readonly Backup[]> => {
        if (!BACKUP_ID.test(id)) return [];
        const manifest = await readManifest(join(folder, id));
        return manifest === null ? [] : [backupOf(id, manifest)];
      }),
    );
    return backups.flat().sort((a, b) => b.createdAtMs - a.createdAtMs || (a.id < b.id ? 1 : -1));
  };

  const fill = async (partial: string, kind: BackupKind): Promise<Manifest> => {
    const files: Manifest['files'] = [];
    for (const { path, isDatabase } of itemsIn(home)) {
      const to = join(partial, path);
      if (isDatabase) {
        await asStorage(to, () => mkdir(dirname(to), { recursive: true }));
        await copyDatabase(join(home, path), to);
        await asStorage(to, () => flush(to));
      } else {
        await copyDurably(join(home, path), to);
      }
      const { size: sizeBytes } = await stat(to);
      files.push({ path, sizeBytes, sha256: await sha256Of(to) });
    }
    return { version: 1, kind, createdAtMs: clock.nowMs(), files };
  };
  const freeId = async (kind: BackupKind): Promise<string> => {
    const taken = new Set(await readdir(folder).catch(() => []));
    const base = `${stampOf(clock.nowMs())}-${kind}`;
    for (let number = 1; ; number += 1) {
      const id = number === 1 ? base : `${base}-${number}`;
      if (!taken.has(id)) return id;
    }
  };
  const create = async (kind: BackupKind): Promise<Backup> => {
    const id = await freeId(kind);
    const partial = join(folder, `${PARTIAL}${id}`);
    try {
      await asStorage(partial, () => mkdir(partial, { recursive: true }));
      const manifest = await fill(partial, kind);
      await asStorage(partial, async () => {
        writeFileAtomically(join(partial, MANIFEST_NAME), JSON.stringify(manifest, null, 2));
        await rename(partial, join(folder, id));
      });
      logger.info({ id, kind }, 'backup made');
      return backupOf(id, manifest);
    } catch (fault) {
      await rm(partial, { recursive: true, force: true });
      throw fault;
    }
  };
  const rotate = async (): Promise<void> => {
    const daily = (await list()).filter(({ kind }) => kind === 'daily');
    for (const { id } of daily.slice(settings().keepCount)) {
      await rm(join(folder, id), { recursive: true, force: true });
    }
  };

  return {
    folder,
    list,
    create: (kind) => inTurn(() => create(kind)),
    remove: (id) =>
      inTurn(async () => {
        await manifestOf(id);
        await asStorage(folder, () => rm(join(folder, id), { recursive: true }));
      }),
    createDailyIfDue: () =>
      inTurn(async () => {
        if (!settings().isDaily || itemsIn(home).length === 0) return null;
        const newest = (await list()).find(({ kind }) => kind === 'daily');
        // A clock that was set back must not put backups off for ever.
        const ageMs = newest === undefined ? DAY_MS : Math.abs(clock.nowMs() - newest.createdAtMs);
        if (ageMs < DAY_MS) return null;
        const backup = await create('daily');
        await rotate();
        return backup;
      }),
    prepareRestore: (id) =>
      inTurn(async () => {
        const manifest = await manifestOf(id);
        // One that was decided and not completed comes first.
        completeRestore(home);
        for (const file of manifest.files) await stage(id, file);
        return {
          apply: async () => {
            const aside = asideFolder(stampOf(clock.nowMs()), 'before-restore');
            decideRestore(
              home,
              aside,
              manifest.files.map(({ path }) => path),
            );
            completeRestore(home);
            logger.info({ id, aside }, 'backup restored');
          },
        };
      }),
  };

  async function stage(id: string, { path, sha256 }: Manifest['files'][number]): Promise<void> {
    const staged = join(stagingFolder(home), path);
    const source = join(folder, id, path);
    try {
      await copyDurably(source, staged);
    } catch (fault) {
      if (fault instanceof AppError && fault.code === 'STORAGE_FULL') throw fault;
      throw new AppError('BACKUP_DAMAGED', { params: { id, path }, cause: fault });
    }
    if ((await sha256Of(staged)) !== sha256) {
      throw new AppError('BACKUP_DAMAGED', { params: { id, path } });
    }
    if (!itemOf(path)?.isDatabase) return;
    assertSound(staged, source);
    changeFile(staged, (database) => {
      holdRestoredQueue(database, clock.nowMs());
      forgetWhatWasSeen(database);
    });
  }
}

/** Removes what a killed process left half-made. For the start, when nobody makes one. */
export async function clearUnfinishedBackups(home: string): Promise<void> {
  const folder = join(home, 'backups');
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (name.startsWith(PARTIAL)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function backupOf(id: string, { kind, createdAtMs, files }: Manifest): Backup {
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  return { id, kind, createdAtMs, sizeBytes };
}
