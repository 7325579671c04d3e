import { Link } from 'react-router';
import type { Course } from '../../../api-client/courses.js';
import { StateBadge } from '../../../components/state-badge.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { trainingCourseMessages } from '../../../messages/training-course.js';

interface CourseTableProps {
  readonly courses: readonly Course[];
  readonly onChange: (course: Course) => void;
  readonly onWithdraw: (course: Course) => void;
}

export function CourseTable({ courses, onChange, onWithdraw }: CourseTableProps) {
  const messages = useMessages(trainingCourseMessages);
  return (
    <TableFrame caption={messages.caption(courses.length)} className="course-table">
      <thead>
        <tr>
          {messages.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {messages.numberColumns.map((column) => (
            <th key={column} scope="col" className="number">
              {column}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {courses.map((course) => (
          <tr key={course.key}>
            <th scope="row" className="course-name">
              {course.name} {course.withdrawn && <StateBadge tone="neutral">{messages.withdrawn}</StateBadge>}
              {course.description && <span className="table__sub muted">{course.description}</span>}
            </th>
            <td>
              {course.programme}
              <span className="table__sub muted">{course.method}</span>
            </td>
            <td>{course.passMark === null ? messages.attendanceEnough : messages.passMarkOf(course.passMark)}</td>
            <td className="number">{formatCount(course.points)}</td>
            <td className="number">
              {course.upcoming > 0 ? (
                <Link
                  className="course-sessions"
                  to={`/hr/training/sessions?course=${encodeURIComponent(course.key)}`}
                  aria-label={messages.sessionsOf(course.name, course.upcoming)}
                >
                  {formatCount(course.upcoming)}
                </Link>
              ) : (
                '0'
              )}
            </td>
            <td className="number">{formatCount(course.completed)}</td>
            <td className="course-actions">
              <button
                type="button"
                className="link-button"
                aria-label={messages.changeOf(course.name)}
                onClick={() => onChange(course)}
              >
                {messages.change}
              </button>
              <button
                type="button"
                className="link-button"
                aria-label={course.withdrawn ? messages.restoreOf(course.name) : messages.withdrawOf(course.name)}
                onClick={() => onWithdraw(course)}
              >
                {course.withdrawn ? messages.restoreShort : messages.withdrawShort}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
