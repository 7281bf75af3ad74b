import { type Department, departments, dutiesOf } from "../../shared/domain/departments.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { type Role, roles } from "../../shared/domain/roles.ts";

/** An officer of the synthetic ward who can sign in: one for each duty of each department. */
export type DevelopmentOfficer = { officer: string; role: Role; department: Department };

const codeOf: Partial<Record<Department, string>> = {
  pension: "",
  "district-office": "district-",
  audit: "",
  operations: "",
};

export const developmentOfficers: readonly DevelopmentOfficer[] = keysOf(departments)
  .filter((department) => department !== "linked-system")
  .flatMap((department) =>
    dutiesOf[department].map((role) => ({ officer: `${codeOf[department] ?? "policy-"}${role}-01`, role, department })),
  );

const escaped = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page on which somebody chooses who they are. Stands where the ward's provider asks for both factors. */
export const signInPage = (query: URLSearchParams): string => {
  const kept = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const buttons = developmentOfficers.map(
    ({ officer, role, department }) =>
      `<li><button name="officer" value="${officer}">${officer}</button> ${departments[department]}(${roles[role]})</li>`,
  );
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>開発用の認証基盤</title>
<h1>開発用の認証基盤</h1><p>手元のクラウドだけのものです。だれとしてサインインするかを選んでください。</p>
<form action="choice">${kept.join("")}<ul>${buttons.join("")}</ul></form></html>`;
};
