/** The page's entry: makes client, store and commands, and mounts the app. */
import { createRoot } from 'react-dom/client';
import { createClient } from './client/bridge.ts';
import { ToolsContext } from './commands/context.ts';
import { createCommands } from './commands/handlers.ts';
import { createAppStore, StoreContext } from './state/store.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/app.css';
import './styles/inspector.css';
import './styles/read.css';
import './styles/reader.css';
import './styles/screens.css';
import { App } from './views/app.tsx';

const client = createClient();
const store = createAppStore(client);
const tools = { client, commands: createCommands(store, client) };
const root = document.getElementById('root');
if (root === null) throw new Error('no root');

createRoot(root).render(
  <StoreContext value={store}>
    <ToolsContext value={tools}>
      <App />
    </ToolsContext>
  </StoreContext>,
);
