import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { routes } from './app/routes.js';
import { LanguageProvider } from './language/language-provider.js';
import './styles/index.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <RouterProvider router={createBrowserRouter(routes)} />
    </LanguageProvider>
  </StrictMode>,
);
