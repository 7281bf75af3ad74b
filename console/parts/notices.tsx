import type { ShownProblem } from "../api/problem.ts";

export const Waiting = ({ what = "読み込んでいます" }: { readonly what?: string }) => (
  <p class="waiting" role="status">
    {what}…
  </p>
);

/** What the API refused, in its own words, with the number to tell the operators. */
export const ProblemNotice = ({ problem }: { readonly problem: ShownProblem }) => (
  <div class="notice bad problem" role="alert">
    <p class="notice-title">{problem.title}</p>
    <p>{problem.detail}</p>
    {problem.errors.length > 0 && (
      <ul>
        {problem.errors.map((fault) => (
          <li key={`${fault.pointer ?? ""}${fault.code}`}>{fault.detail}</li>
        ))}
      </ul>
    )}
    {problem.correlationId !== null && <p class="small">照会番号 {problem.correlationId}</p>}
  </div>
);

export const Notice = ({ children }: { readonly children: preact.ComponentChildren }) => (
  <p class="notice" role="status">
    {children}
  </p>
);
