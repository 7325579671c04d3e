import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../language/language-provider.js';
import '../styles/answer-page.css';
import { AnswerApp } from './answer-app.js';

const root = document.getElementById('root');
if (!root) throw new Error('answer.html has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <AnswerApp />
    </LanguageProvider>
  </StrictMode>,
);
