import { nonDisclosureReasons, othersItems } from "../../../shared/domain/disclosure.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { MadeFile, OutputOf } from "../../exports/work.ts";
import type { Progress } from "./progress.ts";
import { page, plain, table } from "./render.ts";
import { toldKinds } from "./told-kinds.ts";
import { packageKinds } from "./told-record.ts";

export interface ListedFile {
  readonly name: string;
  readonly type: MadeFile["type"];
  readonly records: number;
  readonly sha256: string;
}

/** What a package never holds, in words, each once. */
const neverTold = (): readonly { readonly what: string; readonly reason: string | null }[] => {
  const found = new Map<string, string | null>();
  for (const kind of keysOf(toldKinds)) {
    const each = toldKinds[kind];
    if (!each.told) found.set(each.why, each.reason ?? null);
  }
  found.set("職員の名・ID、端末、セッション、記録に付いた内部の符号、検索に使った語", "78-1-7");
  found.set("同じ記録に載っているほかの人", "78-1-2");
  return [...found].map(([what, reason]) => ({ what, reason }));
};

/** What a package is made of: nothing in it names anybody. */
export const manifestOf = (
  { outputId, requestedAt, spec }: Pick<OutputOf<"disclosure">, "outputId" | "requestedAt" | "spec">,
  { records, fieldsLeftOut, met }: Progress,
  madeAt: Instant,
  files: readonly ListedFile[],
) => ({
  form: 1,
  package: "disclosure",
  requestId: spec.requestId,
  outputId,
  /** The trail is told up to here; the records are as they stood when the package was made. */
  trailUntil: requestedAt,
  madeAt,
  records: keysOf(packageKinds).map((kind) => ({ kind, title: packageKinds[kind], records: records[kind] ?? 0 })),
  fieldsLeftOut,
  withheld: spec.withheld.map((each, at) => ({ ...each, found: met.includes(at) })),
  neverTold: neverTold(),
  files,
});
export type Manifest = ReturnType<typeof manifestOf>;

const notFound = (withheld: Manifest["withheld"]): string => {
  const missing = withheld.filter(({ found }) => !found);
  return missing.length === 0
    ? ""
    : `<p><strong>伏せる指定のうち、当てはまる記録または項目がないものがあります。渡す前に指定を確かめて、作り直してください。</strong></p>\n<ul>${missing
        .map(({ record, field = "" }) => `<li>${plain(`${record} ${field}`)}</li>`)
        .join("")}</ul>`;
};

/** The first page that staff read and hand over with the rest. */
export const coverPage = (manifest: Manifest): Buffer =>
  page(
    `開示の一式 ${manifest.requestId}`,
    [
      notFound(manifest.withheld),
      `<p>作成 ${plain(manifest.madeAt)}(UTC) / アクセス記録は ${plain(manifest.trailUntil)}(UTC)まで</p>`,
      "<h2>記録の種類と件数</h2>",
      table(
        ["種類", "件数"],
        manifest.records.map(({ title, records }) => [title, String(records)]),
      ),
      `<h2>不開示の部分</h2><p>${manifest.fieldsLeftOut}か所。その場所に理由を書いている。</p>`,
      table(
        ["符号", "理由"],
        keysOf(nonDisclosureReasons).map((code) => [code, nonDisclosureReasons[code]]),
      ),
      `<p>配偶者・世帯主の情報として伏せる項目: ${othersItems()
        .map(([label]) => plain(label))
        .join("、")}</p>`,
      "<h2>この一式に含めないもの</h2>",
      table(
        ["もの", "理由の符号"],
        manifest.neverTold.map(({ what, reason }) => [what, reason ?? ""]),
      ),
      "<h2>ファイル</h2>",
      table(
        ["名前", "件数", "SHA-256"],
        manifest.files.map(({ name, records, sha256 }) => [name, String(records), sha256]),
      ),
    ].join("\n"),
  );
