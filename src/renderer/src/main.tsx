import './styles.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { createI18n } from './app/i18n/create-i18n';
import { createQueryClient } from './app/query-client';
import { createIpcClient } from './ipc/client';
import { connect } from './ipc/connect';

/** Composes the page: transport, client, cache and words, then shows it. */
async function begin(root: HTMLElement): Promise<void> {
  const { bridge, connection } = connect(window);
  const client = createIpcClient(bridge);
  const i18n = await createI18n('ko');
  createRoot(root).render(
    <App client={client} connection={connection} queries={createQueryClient()} i18n={i18n} />,
  );
}

const root = document.getElementById('root');
if (root) void begin(root);
