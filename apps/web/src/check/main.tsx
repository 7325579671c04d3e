import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../language/language-provider.js';
import '../styles/answer-page.css';
import { CheckApp } from './check-app.js';

const root = document.getElementById('root');
if (!root) throw new Error('check.html has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <CheckApp />
    </LanguageProvider>
  </StrictMode>,
);
