import { departments } from "../../shared/domain/departments.ts";
import { roles } from "../../shared/domain/roles.ts";
import { whoSignsIn } from "./officers.ts";

const escaped = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page on which somebody chooses who they are. Stands where the ward's provider asks for both factors. */
export const signInPage = (query: URLSearchParams): string => {
  const kept = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const buttons = whoSignsIn.map(
    ({ officer, duty, department }) =>
      `<li><button name="officer" value="${officer}">${officer}</button> ${departments[department]}(${roles[duty]})</li>`,
  );
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>開発用の認証基盤</title>
<h1>開発用の認証基盤</h1><p>手元のクラウドだけのものです。だれとしてサインインするかを選んでください。</p>
<form action="choice">${kept.join("")}<ul>${buttons.join("")}</ul></form></html>`;
};
