import { useEffect, useState } from 'react';
import { watchJob } from '../api-client/jobs.js';
import type { Job } from '../api-client/types.js';

/** The job as it stands, live; null while nothing is known (or there is no job). */
export function useJob(jobId: string | null): Job | null {
  const [job, setJob] = useState<Job | null>(null);
  useEffect(() => (jobId === null ? undefined : watchJob(jobId, setJob)), [jobId]);
  return job?.id === jobId ? job : null;
}
