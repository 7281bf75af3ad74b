import { hashOf } from "../app/hash.ts";

/** A pseudonym as people tell them apart: its first ten letters, with the whole of it at hand. */
export const shortSubject = (subject: string): string => `${subject.slice(0, 10)}…`;

/** A pseudonym that leads to the person's trail. */
export const SubjectLink = ({ subject }: { readonly subject: string }) => (
  <a class="code" href={hashOf("person", { subject })} title={subject} aria-label={`仮名 ${subject} の記録`}>
    {shortSubject(subject)}
  </a>
);

export const Subjects = ({ subjects }: { readonly subjects: readonly string[] }) => {
  const shown = subjects.slice(0, 2);
  return (
    <>
      {shown.map((subject, at) => (
        <span key={subject}>
          {at > 0 && " "}
          <SubjectLink subject={subject} />
        </span>
      ))}
      {subjects.length > shown.length && <span class="small"> ほか{subjects.length - shown.length}人</span>}
    </>
  );
};
