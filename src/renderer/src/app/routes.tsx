import { createHashRouter, useRouteError } from 'react-router';
import { DraftsPage } from '../features/drafts/DraftsPage';
import { HomePage } from '../features/home/HomePage';
import { IntakePage } from '../features/intake/IntakePage';
import { QueuePage } from '../features/registration/QueuePage';
import { SettingsPage } from '../features/settings/SettingsPage';
import { AppFrame } from './AppFrame';
import { BrokenScreen } from './ErrorBoundary';

function BrokenRoute() {
  return <BrokenScreen fault={useRouteError()} />;
}

/** Screens by address. Behind a hash, so that a reload works under every scheme the page is served by. */
export function createRoutes() {
  return createHashRouter([
    {
      element: <AppFrame />,
      errorElement: <BrokenRoute />,
      children: [
        { index: true, element: <HomePage /> },
        { path: 'import', element: <IntakePage /> },
        { path: 'drafts', element: <DraftsPage /> },
        { path: 'queue', element: <QueuePage /> },
        { path: 'settings', element: <SettingsPage /> },
        { path: '*', element: <HomePage /> },
      ],
    },
  ]);
}
