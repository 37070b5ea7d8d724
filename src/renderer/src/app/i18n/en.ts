import { noticeTypesEn } from '@shared/texts/notice-types';
import { backupEn } from './texts/backup';
import { reviewEn } from './texts/draft-review';
import { draftsEn } from './texts/drafts';
import { editorEn } from './texts/editor';
import { firstRunEn } from './texts/first-run';
import { frameEn } from './texts/frame';
import { historyEn } from './texts/history';
import { homeEn } from './texts/home';
import { intakeEn } from './texts/intake';
import { keysEn } from './texts/keys';
import { notificationsEn } from './texts/notifications';
import { optionEditorEn } from './texts/option-editor';
import { pictureBackupEn } from './texts/picture-backup';
import { picturesEn } from './texts/pictures';
import { queueEn } from './texts/queue';
import { recoveryEn } from './texts/recovery';
import { settingsEn } from './texts/settings';
import { shellEn } from './texts/shell';
import { sourcingEn } from './texts/sourcing';
import { storesEn } from './texts/stores';
import { systemEn } from './texts/system';
import { watchEn } from './texts/watch';

/** The frame's and screens' words in English. */
export const en = {
  ...frameEn,
  backup: backupEn,
  firstRun: firstRunEn,
  history: historyEn,
  home: homeEn,
  intake: intakeEn,
  keys: keysEn,
  drafts: draftsEn,
  review: reviewEn,
  editor: editorEn,
  noticeTypes: noticeTypesEn,
  notifications: notificationsEn,
  optionEditor: optionEditorEn,
  pictureBackup: pictureBackupEn,
  pictures: picturesEn,
  queue: queueEn,
  recovery: recoveryEn,
  settings: settingsEn,
  shell: shellEn,
  stores: storesEn,
  sourcing: sourcingEn,
  system: systemEn,
  watch: watchEn,
} as const;
