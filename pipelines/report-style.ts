import { Markup } from "../dashboards/markup.ts";

/** The style of a report, part of its page. */
export const REPORT_STYLE = new Markup(`
:root{color-scheme:light}
*{box-sizing:border-box}
html{font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;color:#1f2328;background:#fff;text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word}
main{max-width:860px;margin:0 auto;padding:1rem 24px 3rem}
h1{font-size:1.8rem;line-height:1.2;margin:1rem 0 .4rem}
h2{font-size:1.35rem;line-height:1.25;margin:2.4rem 0 .4rem;padding-top:1rem;border-top:2px solid}
h3{font-size:1.05rem;margin:1.4rem 0 .2rem}
p{margin:.5rem 0;max-width:44rem}
.about{color:#4b5563}
.private{border-left:4px solid #12436d;padding:.2rem 0 .2rem .9rem}
.glance{padding-left:1.2rem;max-width:44rem}
.glance li{margin:.35rem 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.87rem;font-variant-numeric:tabular-nums;margin:.4rem 0}
caption{text-align:left;color:#4b5563;padding:.3rem 0}
th,td{padding:.35rem .6rem;border-bottom:1px solid #d5d9df;text-align:right;vertical-align:top}
th.words,td.words,tbody th{text-align:left}
th:first-child,td:first-child{padding-left:0}
thead th{border-bottom:2px solid;vertical-align:bottom}
tbody th{font-weight:400}
td.words,tbody th{min-width:9rem}
.name{color:#4b5563;display:block;overflow-wrap:anywhere}
.bar{display:block;width:6rem;height:.55rem;margin:.45rem 0 0 auto;background:#e4e7eb}
.bar span{display:block;height:100%;background:#12436d}
.late{font-weight:700}
:focus-visible{outline:3px solid #0b4f9e;outline-offset:2px}
@media screen and (max-width:640px){
main{padding:.5rem 15px 2rem}
h1{font-size:1.5rem}
table,caption,tbody,tr,tbody th,td{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:.5rem 0;border-bottom:1px solid #d5d9df}
tbody th,td{padding:.1rem 0;border:0;text-align:left}
tbody th{font-weight:700}
td:empty{display:none}
td.number::before{content:attr(data-title) ": ";color:#4b5563}
.bar{display:none}
}
@media print{
@page{size:letter;margin:16mm 14mm 18mm}
html{font-size:10pt}
main{max-width:none;padding:0}
p{max-width:none}
.scroll{overflow:visible}
thead{display:table-header-group}
tr,.glance li{break-inside:avoid}
h1,h2,h3,h2+p,caption{break-after:avoid}
.bar,.bar span{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`);
