import { useQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../ipc/query-keys';
import { useClient } from '../../../ipc/use-client';
import { CopyButton } from '../../../ui/CopyButton';
import { formatBytes } from '../../../ui/format';
import { Card } from '../../../ui/Page';
import { QueryView } from '../../../ui/QueryView';
import { useLanguage } from '../../../ui/use-language';

/** Where everything of this program lies and how much it is. */
export function DataFolderCard() {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const folder = useQuery({
    queryKey: queryKeys.dataFolder,
    queryFn: () => client.request('diagnostics.getFolder', {}),
  });
  return (
    <Card title={t('system.folder')}>
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
    </Card>
  );
}
