import type { Category } from "./qualification.ts";
import { type Reason, type Verdict, verdictOf } from "./reason.ts";

/**
 * Which claims a 市町村 takes (法3条3項, 施行令1条の2). The numbering within 施行令1条の2 and the wording of its exceptions are own
 * knowledge, confidence medium: docs/law.md.
 */
const article = "国民年金法3条3項・国民年金法施行令1条の2";

const elsewhere = (why: string): Reason => ({
  code: "belongs-to-pension-office",
  message: `${why}。区では受け付けられないため、年金事務所(共済の期間だけの人は各共済組合)を案内してください`,
  article,
});

const here: Reason = { code: "taken-by-ward", message: "区が受け付ける請求です。", article };

/** 老齢基礎年金: only of somebody whose months are all 第1号 (任意加入 among them). */
export const oldAgeClaimOffice = (months: { readonly employees: number; readonly category3: number }): Verdict =>
  verdictOf(
    [
      months.employees > 0 && elsewhere("厚生年金・共済組合の加入期間がある人の老齢年金の請求です"),
      months.category3 > 0 && elsewhere("第3号被保険者の期間がある人の老齢年金の請求です"),
    ],
    here,
  );

/** How somebody stood on 初診日. `sixties`: 60 to 64, in Japan, insured before (法30条1項2号). */
export type FirstVisitStanding = Category | "before-20" | "sixties" | "uninsured";

const obstacleOf: Partial<Record<FirstVisitStanding, Reason>> = {
  "2": elsewhere("初診日に第2号被保険者(厚生年金・共済)であった人の障害年金の請求です"),
  "3": elsewhere("初診日に第3号被保険者であった人の障害基礎年金の請求です"),
};

/** 障害基礎年金: by how the claimant stood on 初診日 (第1号, 20歳前, 60–64 in Japan). */
export const disabilityClaimOffice = (standing: FirstVisitStanding): Verdict =>
  verdictOf([obstacleOf[standing] ?? false], here);

/** 遺族基礎年金: only where the deceased gave no right by 厚生年金 and was not 第3号 at death. */
export const survivorClaimOffice = (deceased: {
  readonly category: Category | "none";
  readonly employeesMonths: number;
}): Verdict =>
  verdictOf(
    [
      (deceased.category === "2" || deceased.employeesMonths > 0) &&
        elsewhere("亡くなった人に厚生年金・共済組合の加入期間があり、遺族厚生年金とあわせて請求します"),
      deceased.category === "3" && elsewhere("亡くなった日に第3号被保険者であった人についての請求です"),
    ],
    here,
  );

/** 受給者の届・未支給: only of somebody who receives nothing but 国民年金. */
export const recipientOffice = (otherScheme: boolean): Verdict =>
  verdictOf([otherScheme && elsewhere("厚生年金・共済年金もあわせて受けている人の届・請求です")], here);
