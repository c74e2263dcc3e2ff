import '@fontsource-variable/inter/index.css';
import './app/theme.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { readAskedDocument } from './app/asked-document.ts';
import { ReaderWindow } from './app/ReaderWindow.tsx';
import { followSystemTheme } from './app/theme.ts';
import { connect } from './client/index.ts';

followSystemTheme();
connect();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
const asked = readAskedDocument(window.location.search);
createRoot(root).render(asked ? <ReaderWindow asked={asked} /> : <App />);
