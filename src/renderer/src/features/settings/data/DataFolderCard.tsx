import { useQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../ipc/query-keys';
import { useAppInfo } from '../../../ipc/settings-queries';
import { useOpenFolder } from '../../../ipc/shell-queries';
import { useClient } from '../../../ipc/use-client';
import { Button } from '../../../ui/Button';
import { CopyButton } from '../../../ui/CopyButton';
import { FaultNotice } from '../../../ui/FaultNotice';
import { formatBytes } from '../../../ui/format';
import { Card } from '../../../ui/Page';
import { QueryView } from '../../../ui/QueryView';
import { useLanguage } from '../../../ui/use-language';

/** Where everything of this program lies and how much it is. */
export function DataFolderCard() {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const info = useAppInfo();
  const open = useOpenFolder();
  const folder = useQuery({
    queryKey: queryKeys.dataFolder,
    queryFn: () => client.request('diagnostics.getFolder', {}),
  });
  return (
    <Card
      title={t('system.folder')}
      aside={
        // A page in a browser has no way to a window of the system.
        info.data?.shell === 'desktop' ? (
          <Button isDisabled={open.isPending} onPress={() => open.mutate()}>
            <FolderOpen aria-hidden="true" size={16} />
            {t('system.folderOpen')}
          </Button>
        ) : null
      }
    >
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('system.folderHint')}</p>
      <QueryView query={folder}>
        {({ path, sizeBytes }) => (
          <div className="flex flex-wrap items-center gap-3">
            <FolderOpen aria-hidden="true" size={18} className="text-quiet" />
            <span className="min-w-0 select-all break-all font-mono text-sm">{path}</span>
            <span className="text-quiet text-sm">{formatBytes(sizeBytes, language)}</span>
            <CopyButton text={path} />
          </div>
        )}
      </QueryView>
      {open.isError ? (
        <div className="mt-4">
          <FaultNotice fault={open.error} />
        </div>
      ) : null}
    </Card>
  );
}
