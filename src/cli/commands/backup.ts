import { whileAlone } from '@core/backup/alone';
import type { Backup, BackupService } from '@core/backup/port';
import type { Language } from '@shared/texts/types';
import { aligned } from '../columns';
import { EXIT, type ExitStatus } from '../exit-status';
import type { Terminal } from '../terminal';
import { words } from '../words';

/** Makes a backup, also while the app runs; nothing of it is stopped. */
export async function runBackup(
  backups: BackupService,
  json: boolean,
  terminal: Terminal,
  language: Language,
): Promise<ExitStatus> {
  const backup = await backups.create('manual');
  if (json) terminal.out(JSON.stringify({ backup }));
  else terminal.out(words[language].backedUp(`${backups.folder}/${backup.id}`));
  return EXIT.done;
}

/**
 * Lists the backups, or (with `from`, `latest` for the newest) puts one in the place of the data.
 * Throws REGISTRATION_OTHER_WORKER while the app is open.
 */
export async function runRestore(
  service: BackupService,
  {
    home,
    from,
    json,
  }: {
    readonly home: string;
    readonly from: string | null;
    readonly json: boolean;
  },
  terminal: Terminal,
  language: Language,
): Promise<ExitStatus> {
  const say = words[language];
  const backups = await service.list();
  if (from === null) {
    if (json) terminal.out(JSON.stringify({ backups }));
    else if (backups.length === 0) terminal.out(say.noBackups);
    else for (const line of listOf(backups, language)) terminal.out(line);
    return EXIT.done;
  }
  const id = from === 'latest' ? (backups[0]?.id ?? from) : from;
  const { apply } = await service.prepareRestore(id);
  await whileAlone(home, apply);
  if (json) terminal.out(JSON.stringify({ restored: id }));
  else terminal.out(say.restored(id));
  return EXIT.done;
}

/** One line per backup: its name (which `--from` takes), when and why it was made, its size. */
function listOf(backups: readonly Backup[], language: Language): readonly string[] {
  const say = words[language];
  const rows = backups.map(({ id, kind, createdAtMs, sizeBytes }) => [
    id,
    say.moment(createdAtMs),
    say.backupKinds[kind],
    say.size(sizeBytes),
  ]);
  return aligned([[...say.backupColumns], ...rows], [3]);
}
