import { suppress, derivable } from '#disclosure';
import { city } from './protect-city.mjs';
for (const s of process.argv.slice(2).map(Number)) {
  const c = city(s);
  let t=performance.now();
  const p = suppress({...c, minGroup:5});
  const t1=performance.now()-t; t=performance.now();
  const pub=c.cells.filter((_,i)=>p.status[i]==='published');
  const size=(o)=>o.reduce((a,i)=>a+c.innerN[i],0);
  const prot=[...c.cells.filter(o=>size(o)<5),...p.remainders];
  const d=derivable({width:c.innerN.length,published:pub,protected:prot});
  console.log(s,'cells',c.cells.length,'inner',c.innerN.length,'published',pub.length,'rem',p.remainders.length,'suppress',t1|0,'audit',(performance.now()-t)|0,d.length);
}
