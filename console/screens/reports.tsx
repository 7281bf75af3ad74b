import { useState } from "preact/hooks";
import type { ReportAnswer, ReportsAnswer } from "../api/types.ts";
import { useDesk, useMay } from "../app/context.ts";
import { hashOf } from "../app/hash.ts";
import { useAsked } from "../app/use-asked.ts";
import { Choice } from "../parts/fields.tsx";
import { Heading } from "../parts/heading.tsx";
import { ProblemNotice, Waiting } from "../parts/notices.tsx";
import { bytesOf, saveFile } from "../parts/save-file.ts";
import { SubjectLink } from "../parts/subject.tsx";
import { type Column, Table } from "../parts/table.tsx";
import { Told } from "../parts/told.tsx";
import { momentOf } from "../time/japan-time.ts";
import type { ScreenProps } from "./screen-views.ts";

type Row = ReportAnswer["rows"][number];

const sum = (findings: Readonly<Record<string, number>>) => Object.values(findings).reduce((all, one) => all + one, 0);

const columns: readonly Column<Row>[] = [
  { title: "指摘", heads: true, cell: ({ findingLabel }) => findingLabel },
  { title: "職員", cell: ({ officer }) => <a href={hashOf("officer", { officer })}>{officer}</a> },
  { title: "だれの(仮名)", cell: ({ subject }) => (subject === null ? "—" : <SubjectLink subject={subject} />) },
  { title: "時刻", cell: ({ at }) => (at === null ? "—" : momentOf(at)) },
  { title: "内容", cell: ({ detail }) => detail },
];

const Shown = ({ report }: { readonly report: ReportAnswer }) => {
  const [finding, setFinding] = useState("");
  const labels = Object.fromEntries(report.rows.map((row) => [row.finding, row.findingLabel]));
  const rows = report.rows.filter((row) => finding === "" || row.finding === finding);
  return (
    <section aria-labelledby="report-title" class="part">
      <h2 id="report-title">{report.month} の報告</h2>
      <p>{momentOf(report.createdAt)} に作成。作成した後は変わりません。</p>
      <dl class="tiles">
        {Object.entries(report.findings).map(([code, count]) => (
          <div key={code}>
            <dt>{labels[code] ?? code}</dt>
            <dd>{count}件</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <button
          type="button"
          class="button quiet"
          onClick={() => saveFile(`audit-${report.month}.csv`, "text/csv", report.csv)}
        >
          CSVを保存する
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => saveFile(`audit-${report.month}.pdf`, "application/pdf", bytesOf(report.pdfBase64))}
        >
          PDFを保存する
        </button>
      </div>
      <Choice name="finding" label="指摘で絞る" value={finding} onChange={setFinding} options={labels} />
      <Table
        caption={`指摘 ${rows.length}件`}
        columns={columns}
        rows={rows}
        keyOf={(row) => `${row.finding} ${row.officer} ${row.subject} ${row.at} ${row.detail}`}
      />
    </section>
  );
};

const Report = ({ month }: { readonly month: string }) => {
  const { client } = useDesk();
  const asked = useAsked(month, () => client.get<ReportAnswer>(`/v1/audit/reports/${month}`));
  if (asked.stage === "asking") return <Waiting />;
  if (asked.stage === "refused") return <ProblemNotice problem={asked.problem} />;
  return <Shown report={asked.body} />;
};

/** 月次報告: what each month's reading of the trail found. */
export const ReportsScreen = ({ params }: ScreenProps) => {
  const { client } = useDesk();
  const asked = useAsked("reports", () => client.get<ReportsAnswer>("/v1/audit/reports"));
  const maySee = useMay("showReport");
  const month = /^\d{4}-\d{2}$/.test(params.month ?? "") ? params.month : undefined;
  return (
    <>
      <Heading
        title="月次報告"
        lead="届出のない閲覧、時間外、短い間の大量の閲覧、同僚・同姓の閲覧、使われない権限などを月ごとにまとめたものです。"
      />
      <Told asked={asked}>
        {(body) => (
          <Table
            caption="月ごとの報告"
            columns={[
              {
                title: "月",
                heads: true,
                cell: (one) => <a href={hashOf("reports", { month: one.month })}>{one.month}</a>,
              },
              { title: "指摘", kind: "number", cell: (one) => sum(one.findings) },
              { title: "作成", cell: (one) => momentOf(one.createdAt) },
            ]}
            rows={body.reports}
            keyOf={(one) => one.month}
            empty="報告はまだありません(毎月1日に前の月の分を作ります)"
          />
        )}
      </Told>
      {month !== undefined && maySee && <Report month={month} />}
    </>
  );
};
