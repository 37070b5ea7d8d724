import { noticeTypesKo } from '@shared/texts/notice-types';
import { backupKo } from './texts/backup';
import { reviewKo } from './texts/draft-review';
import { draftsKo } from './texts/drafts';
import { editorKo } from './texts/editor';
import { firstRunKo } from './texts/first-run';
import { frameKo } from './texts/frame';
import { historyKo } from './texts/history';
import { homeKo } from './texts/home';
import { intakeKo } from './texts/intake';
import { keysKo } from './texts/keys';
import { notificationsKo } from './texts/notifications';
import { optionEditorKo } from './texts/option-editor';
import { pictureBackupKo } from './texts/picture-backup';
import { picturesKo } from './texts/pictures';
import { queueKo } from './texts/queue';
import { recoveryKo } from './texts/recovery';
import { settingsKo } from './texts/settings';
import { shellKo } from './texts/shell';
import { sourcingKo } from './texts/sourcing';
import { storesKo } from './texts/stores';
import { systemKo } from './texts/system';
import { watchKo } from './texts/watch';

/** The frame's and screens' words in Korean, the language the app is made for. */
export const ko = {
  ...frameKo,
  backup: backupKo,
  firstRun: firstRunKo,
  history: historyKo,
  home: homeKo,
  intake: intakeKo,
  keys: keysKo,
  drafts: draftsKo,
  review: reviewKo,
  editor: editorKo,
  noticeTypes: noticeTypesKo,
  notifications: notificationsKo,
  optionEditor: optionEditorKo,
  pictureBackup: pictureBackupKo,
  pictures: picturesKo,
  queue: queueKo,
  recovery: recoveryKo,
  settings: settingsKo,
  shell: shellKo,
  stores: storesKo,
  sourcing: sourcingKo,
  system: systemKo,
  watch: watchKo,
} as const;
