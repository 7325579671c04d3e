import { problemOf } from '../api-client/api-problem.js';
import { useRouteError } from 'react-router';
import { Button } from '../components/button.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';

/** When a page itself fails: a bug, or an old page after an update whose files are gone. Reloading helps in the second case. */
export function BrokenPage() {
  const messages = useMessages(shellMessages);
  return (
    <main className="narrow">
      <h1>{messages.brokenTitle}</h1>
      <ProblemNotice problem={problemOf(useRouteError())}>
        <Button onClick={() => window.location.reload()}>{messages.reloadPage}</Button>
      </ProblemNotice>
    </main>
  );
}
