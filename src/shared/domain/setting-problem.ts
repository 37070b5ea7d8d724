import type { z } from 'zod';

/**
 * What a refused setting may be, in signs that read the same in every language: `ko | en`, `≥ 0`,
 * `≤ 90`, `https://…`. Empty when there is no short way to say it.
 */
export function settingProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  switch (issue?.code) {
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'invalid_union':
      return issue.errors
        .map(([first]) => (first ? ofIssue(first) : ''))
        .filter(Boolean)
        .join(' | ');
    default:
      return issue === undefined ? '' : ofIssue(issue);
  }
}

function ofIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'invalid_type':
      if (issue.expected === 'boolean') return 'true | false';
      return issue.expected === 'number' || issue.expected === 'int' ? '0, 1, 2, …' : '';
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'invalid_format':
      if (issue.format === 'url') return 'https://…';
      return issue.format === 'email' ? 'name@example.com' : '';
    default:
      return '';
  }
}
