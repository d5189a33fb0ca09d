const setOf = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/**
 * The commonest given names of women and men in the United States, without capitals.
 * Census Bureau, frequently occurring first names of the 1990 census, in the copy of github.com/danielmiessler/SecLists, the first half
 * of each list and a few that have become common since; taken on 22 November 2026.
 */
export const givenNames = setOf(`
  aaron abel abigail abraham ada adam addie adele adrian adriana adrienne agnes ahmed aida aimee al alan albert alberta alberto
  alejandro alex alexander alexandra alexis alfonso alfred alfredo alice alicia alisha alison allan allen allison alma alonzo
  alton alvin alyssa amanda amber amelia amos amy ana andre andrea andres andrew andy angel angela angelica angelina angelo
  angie anita ann anna anne annette annie anthony antoine antoinette antonia antonio april archie arlene armando arnold arthur
  arturo ashley aubrey audrey aurora austin barbara barry beatrice becky belinda ben benjamin bennie benny bernadette bernard
  bernice bert bertha bessie beth bethany betsy bettie betty beulah beverly bill billie billy blake blanca blanche bob bobbie
  bobby bonita bonnie boyd brad bradford bradley brandi brandon brandy brenda brendan brent bret brett brian bridget brittany
  brittney brooke bruce bryan bryant bryce byron caitlin caleb calvin cameron camille candace candice candy cara carl carla
  carlos carlton carmen carol carole caroline carolyn carrie carroll cary casey cassandra cassie catherine cathy cecelia cecil
  cecilia cedric celeste celia cesar chad charlene charles charlie charlotte chase chelsea cheri cherie cheryl chester chris
  christa christian christie christina christine christopher christy cindy claire clara clarence clark claude claudia clay
  clayton clifford clifton clint clinton clyde cody colin colleen connie conrad constance consuelo cora corey corinne cornelius
  cory courtney craig cristina crystal curtis cynthia daisy dale dallas damian damon dan dana daniel danielle danny darin darla
  darlene darnell darrel darrell darren darrin darryl daryl dave david dawn dean deanna debbie deborah debra delbert delia
  della delores deloris demetrius dena denise dennis derek derrick desiree devin dewayne dewey dexter diana diane dianna dianne
  diego dina dolores domingo dominic dominick don donald donna donnie dora doreen doris dorothea dorothy doug douglas doyle
  drew duane dustin dwayne dwight dylan earl earnest ebony ed eddie edgar edith edmond edmund edna eduardo edward edwin efrain
  eileen elaine elbert eldon eleanor elena eli elias elijah elisa elisabeth elizabeth ella ellen ellis elmer eloise elsa elsie
  elva elvira emanuel emil emilio emily emma emmanuel emmett enrique eric erica erick erik erika erin erma ernest ernestine
  ernesto ervin esperanza essie estella estelle esther ethan ethel etta eugene eugenia eula eunice eva evan evelyn everett
  faith fannie faye felicia felipe felix fern fernando flora florence floyd forrest frances francine francis francisca
  francisco frank frankie franklin fred freda freddie freddy frederick fredrick gabriel gail garland garrett garry gary gayle
  gene geneva genevieve geoffrey george georgia gerald geraldine gerard gerardo gertrude gilbert gilberto gina ginger gladys
  glen glenda glenn gloria gordon grace grady grant greg gregg gregory gretchen guadalupe guillermo gustavo guy gwen gwendolyn
  hannah harley harold harriet harry harvey hattie hazel heath heather hector heidi helen helene henrietta henry herbert herman
  hilda holly homer hope horace howard hubert hugh hugo humberto ian ida ignacio ina inez ingrid ira irene iris irma irvin
  irving isaac isabel isaiah ismael israel iva ivan jack jackie jacob jacqueline jacquelyn jaime jake james jamie jan jana jane
  janelle janet janette janice janie janis jared jasmine jason jasper javier jay jean jeanette jeanne jeannette jeannie jeff
  jeffery jeffrey jenna jennie jennifer jenny jerald jeremiah jeremy jermaine jerome jerry jess jesse jessica jessie jesus
  jewel jill jillian jim jimmie jimmy jo joan joann joanna joanne jodi jody joe joel joey johanna john johnathan johnnie johnny
  jon jonathan jonathon jordan jorge jose josefina joseph josephine josh joshua josie joy joyce juan juana juanita judith judy
  julia julian julie julio julius june junior justin kara karen kari karin karl karla kate katherine kathleen kathryn kathy
  katie katrina kay kayla keith kelley kelli kellie kelly kelsey kelvin ken kendall kendra kenneth kenny kent kerri kerry kevin
  kim kimberly kirk krista kristen kristi kristie kristin kristina kristine kristopher kristy krystal kurt kyle lamar lamont
  lana lance larry latasha latonya latoya laura laurel lauren laurence laurie laverne lawrence leah lee leigh lela leland lena
  lenora leo leon leona leonard leonardo leroy leslie lester leticia levi lewis lila lillian lillie linda lindsay lindsey
  lionel lisa lloyd logan lois lola lonnie lora loren lorena lorene lorenzo loretta lori lorna lorraine lottie louie louis
  louise lourdes lowell lucas lucia lucille lucinda lucy luis luke lula luther luz lydia lyle lynda lynette lynn lynne mabel
  mable mack madeline mae maggie malcolm mamie mandy manuel marc marcella marcia marco marcos marcus margaret margarita margie
  marguerite maria marian marianne marie marilyn marina mario marion marissa marjorie mark marla marlene marlon marsha marshall
  marta martha martin marty marvin mary maryann mathew matt matthew mattie maude maureen maurice mauricio max maxine may megan
  meghan melanie melba melinda melissa melody melvin mercedes meredith merle micah michael micheal michele michelle mickey
  miguel mike mildred miles milton mindy minnie miranda miriam misty mitchell mohamed mohammed molly mona monica monique morgan
  morris moses muriel myra myrna myron myrtle nadine nancy naomi natalie natasha nathan nathaniel neal neil nellie nelson
  nettie nicholas nichole nick nicolas nicole nikki nina noah noel nora norma norman olga olive oliver olivia ollie omar opal
  orlando orville oscar otis otto owen pablo pam pamela pat patrice patricia patrick patsy patti patty paul paula paulette
  pauline pearl pedro peggy penny percy perry pete peter phil philip phillip phyllis pierre polly preston priscilla rachael
  rachel rafael ralph ramiro ramon ramona randal randall randolph randy raquel raul ray raymond reba rebecca rebekah regina
  reginald rena rene renee reuben rex reynaldo rhonda ricardo richard rick rickey ricky rita robbie robert roberta roberto
  robin robyn rochelle rocky roderick rodger rodney rodolfo rogelio roger roland rolando roman ron ronald ronda ronnie
  roosevelt rosa rosalie rose rosemarie rosemary rosetta rosie ross roxanne roy royce ruben ruby rudolph rudy rufus russell
  ruth ryan sabrina sadie sallie sally salvador salvatore sam samantha sammy samuel sandra sandy santiago santos sara sarah
  saul scott sean sergio seth shane shannon shari sharon shaun shawn shawna sheila shelby sheldon shelia shelley shelly sheri
  sherman sherri sherrie sherry sheryl shirley sidney silvia simon sonia sonja sonya sophia sophie spencer stacey stacie stacy
  stanley stella stephan stephanie stephen sterling steve steven stewart stuart sue susan susie suzanne sylvester sylvia
  tabitha tamara tami tamika tammie tammy tanya tara tasha taylor ted teddy terence teresa teri terrance terrell terrence terri
  terry thelma theodore theresa thomas tiffany tim timmy timothy tina toby todd tom tomas tommie tommy toni tony tonya tracey
  traci tracie tracy travis trent trevor tricia trina trisha troy trudy tyler tyrone valerie van vanessa velma vera verna
  vernon veronica vicente vicki vickie vicky victor victoria vincent viola violet virgil virginia vivian wade wallace walter
  wanda warren wayne wendell wendy wesley whitney wilbert wilbur wilfred will willard william willie willis wilma wilson
  winifred winston woodrow xavier yolanda yvette yvonne zachary`);

/**
 * The two thousand commonest surnames of the United States, without capitals.
 * Census Bureau, frequently occurring surnames of the 2000 census, in the copy of github.com/rossgoodwin/american-names; taken on
 * 22 November 2026.
 */
export const surnames = setOf(`
  abbott abel abraham abrams acevedo ackerman acosta adair adams adkins aguilar aguilera aguirre ahmed akers akins albert
  albrecht albright aldrich aldridge alexander alfaro alford ali allen allison allred alonso alston alvarado alvarez amaya
  ambrose ames amos anaya andersen anderson andrade andrews angel anthony aquino aragon archer arellano arias armstrong arnold
  arredondo arrington arroyo arthur ash ashby ashley atkins atkinson atwood austin avalos avery avila aviles ayala ayers
  babcock baca bacon baez bagley bailey bain baird baker baldwin ball ballard banks barajas barber barker barlow barnard barnes
  barnett barnhart barr barrera barrett barrios barron barry bartlett barton bass bassett bateman bates battle bauer bauman
  bautista baxter beach beal bean beard beasley beatty beaver becerra beck becker belcher bell beltran benavides bender
  benedict benitez benjamin bennett benoit benson bentley benton berg berger bergeron bergman berman bermudez bernal bernard
  bernstein berry best betts beyer biggs billings bingham bird bishop black blackburn blackmon blackwell blair blake blanchard
  blanco bland blankenship blanton bledsoe blevins block bloom blount blue blum boggs bolden bolton bond bonilla bonner booker
  boone booth boswell boucher bowden bowen bower bowers bowles bowling bowman boyce boyd boyer boyle bradford bradley bradshaw
  brady bragg branch brand brandon brandt brantley braun bravo bray brennan brewer brewster bridges briggs bright britt britton
  brock brooks broussard brown browne browning bruce bruno bryan bryant bryson buchanan buck buckley buckner bui bullard
  bullock bunch burch burger burgess burgos burke burkett burks burnett burns burrell burris burroughs burrows burt burton
  busch bush bustamante butcher butler butts byers byrd byrne caballero cabral cabrera cagle cahill cain calderon caldwell
  calhoun callahan calvert camacho cameron camp campbell campos canales cannon cano cantrell cantu capps cardenas cardona carey
  carlisle carlson carlton carmichael carmona carney carpenter carr carranza carrasco carrillo carroll carson carter cartwright
  caruso carver case casey cash casillas cassidy castaneda castellanos castillo castle castro cates caudill cavanaugh cervantes
  chacon chamberlain chambers champion chan chandler chaney chang chapman chappell charles chase chavez chen cheng cherry
  childers childress childs chin cho choi christensen christian christiansen christie christopher chu chung church cisneros
  clark clarke clay clayton clement clements clemons cleveland clifford clifton cline coates cobb cochran cody coe coffey
  coffman cohen coker colbert cole coleman collier collins colon colvin combs compton conklin conley connell connelly conner
  connolly connor connors conrad contreras conway cook cooke cooley coon cooper cope copeland corbett corbin corcoran cordero
  cordova corley cornelius cornell corona coronado correa cortes cortez costa costello cote cotton couch coulter courtney
  covington cowan cox coyle crabtree craft craig crain cramer crane crawford crenshaw crews crocker crockett cronin crosby
  cross crouch crow crowder crowe crowell crowley crum crump cruz cuellar cuevas cullen culver cummings cummins cunningham
  curran currie curry curtis dahl dailey dale daley dalton daly dang daniel daniels darby darling darnell daugherty davenport
  david davidson davies davila davis davison dawson day deal dean decker dejesus delacruz delaney delarosa delatorre deleon
  delgado delong dempsey dennis denny denton devine dewitt diamond diaz dick dickens dickerson dickey dickinson dickson diehl
  dietz dill dillard dillon dixon do dobbs dobson dodd dodge dodson doherty dolan dominguez donahue donaldson donnelly donovan
  dooley dorsey doss dotson doty dougherty douglas downey downing downs doyle drake draper drew driscoll drummond duarte dubois
  dudley duffy dugan duke dukes dumas dunbar duncan dunham dunlap dunn duong duran durham dutton duvall dwyer dye dyer eason
  eaton eckert eddy edmonds edwards egan elder eldridge elias elkins elliott ellis ellison elmore emerson emery engel england
  engle english enriquez epps erickson ernst ervin erwin escobar escobedo esparza espinosa espinoza esposito esquivel estes
  estrada eubanks evans everett ewing fagan fair farley farmer farr farrell farris faulkner feldman feliciano felix ferguson
  fernandez ferreira ferrell ferris field fields figueroa finch fink finley finn finney fischer fish fisher fitch fitzgerald
  fitzpatrick flaherty flanagan fleming fletcher flood flores flowers floyd flynn foley fonseca fontenot forbes ford foreman
  forrest foster fountain fowler fox francis francisco franco frank franklin franks fraser frazier frederick freeman french
  frey friedman friend fritz frost fry frye fuentes fuller fulton funk gabriel gagnon gaines galindo gallagher gallardo
  gallegos gallo galloway galvan gamble gamez garcia gardner garland garner garrett garrison gary garza gaston gates gay gee
  geiger gentry george gibbons gibbs gibson gifford gil gilbert giles gill gillespie gilliam gillis gilmore gipson givens glass
  gleason glenn glover godfrey godwin goff goins gold goldberg golden goldman goldstein gomes gomez gonzales gonzalez good
  goode goodman goodrich goodwin gordon gore gorman goss gould grace grady graham granados granger grant graves gray greco
  green greenberg greene greenwood greer gregg gregory griffin griffith griggs grimes grimm gross grossman grove groves guerra
  guerrero guevara guidry guillen gunn gunter gustafson guthrie gutierrez guy guzman haas hackett hadley hagan hagen hager hahn
  haines hale haley hall hamilton hamm hammer hammond hampton han hancock hand haney hankins hanks hanley hanna hannah hansen
  hanson harden hardin harding hardy hargrove harmon harper harrell harrington harris harrison hart hartley hartman harvey
  hastings hatch hatcher hatfield hathaway hawkins hay hayden hayes haynes hays haywood head healy heard heath hebert hedrick
  heller helm helms helton henderson hendricks hendrickson hendrix henley henry hensley henson herbert herman hernandez herndon
  herrera herring herron hess hester hewitt hickey hickman hicks hidalgo higgins hightower hill hilliard hilton hines hinkle
  hinojosa hinson hinton hirsch ho hoang hobbs hodge hodges hoff hoffman hogan holbrook holcomb holden holder holland holley
  holliday hollingsworth hollis holloway holman holmes holt hong hood hooper hoover hope hopkins hopper horn horne horner
  horton hoskins house houser houston howard howe howell hoyt huang hubbard huber huddleston hudson huerta huff huffman huggins
  hughes hull humphrey humphries hunt hunter hurd hurley hurst hurt hurtado hutchins hutchinson hutchison hutton huynh hyatt
  hyde ibarra ingram inman irvin irwin ivey jackson jacob jacobs jacobsen jacobson james jamison jaramillo jarrett jarvis
  jeffers jefferson jeffries jenkins jennings jensen jewell jimenez john johns johnson johnston jones jordan jorgensen joseph
  joyce joyner juarez judd jung justice kaiser kane kang kaplan katz kauffman kaufman kaur kay kearney keen keenan keene keith
  keller kelley kelly kemp kendall kendrick kennedy kenney kenny kent kern kerr kessler key keys khan kidd kilgore kim kimball
  kimble kincaid king kinney kirby kirk kirkland kirkpatrick kiser klein kline knapp knight knowles knox koch koehler koenig
  kowalski kraft kramer kraus krause krueger kruse kuhn kurtz kyle lacey lackey lacy laird lake lam lamb lambert lancaster land
  landers landis landry lane lang lange langford langley langston lanier lara larkin larsen larson latham lau law lawrence
  lawson lay layton le leach leal leblanc ledbetter ledford lee lehman leon leonard leslie lester leung levin levine levy lewis
  leyva li light lilly lim lin lindsay lindsey link little liu livingston lloyd locke lockhart locklear lockwood logan long
  lopez lord lott louis love lovell lovett lowe lowery lowry lozano lu lucas lucero ludwig lugo lujan luke luna lund lunsford
  lutz ly lynch lynn lyon lyons ma macdonald machado macias mack mackey madden maddox madison madrid madrigal magana magee
  maher mahoney major maldonado mallory malone maloney manley mann manning mansfield manuel marcus marin marino marks marquez
  marrero marsh marshall martin martinez mason massey masters mata mathews mathis matos matthews maurer maxwell may mayer mayes
  mayfield maynard mayo mays mcallister mcbride mccabe mccain mccall mccann mccarthy mccarty mccauley mcclain mcclellan
  mcclendon mcclure mccollum mcconnell mccord mccormack mccormick mccoy mccracken mccray mccullough mcdaniel mcdermott mcdonald
  mcdonough mcdowell mcelroy mcfadden mcfarland mcgee mcghee mcgill mcginnis mcgovern mcgowan mcgrath mcgraw mcguire mchugh
  mcintosh mcintyre mckay mckee mckenna mckenzie mckinley mckinney mcknight mclain mclaughlin mclean mcleod mcmahon mcmanus
  mcmillan mcmullen mcnamara mcneal mcneil mcneill mcpherson mcqueen mcrae mcwilliams mead meade meadows medeiros medina
  medrano meeks meier mejia melendez melton melvin mendez mendoza mercado mercer meredith merrill merritt messer metcalf metz
  metzger meyer meyers meza michael michaels michel middleton miles miller milligan mills milton mims miner minor miranda
  mitchell mobley mohr molina monroe montalvo montano montes montgomery montoya moody moon mooney moore mora morales moran
  moreland moreno morgan morin morris morrison morrow morse morton moseley moser moses mosley moss mott moyer mueller mullen
  muller mullins muniz munoz munson murdock murillo murphy murray myers nance napier nash nava navarro neal neely neff nelson
  neumann newell newman newsome newton ng ngo nguyen nicholas nichols nicholson nielsen nieto nieves nix nixon noble noel nolan
  norman norris north norton norwood novak nowak nunez oakes oakley obrien ocampo ochoa oconnell oconnor odell odom odonnell
  ogden ohara okeefe oleary olivares oliver olsen olson olvera omalley oneal oneil oneill ornelas orozco orr ortega ortiz
  osborn osborne osorio otero ott otto overton owen owens pace pacheco pack padgett padilla pagan page paige painter palacios
  palmer pappas paredes paris park parker parks parra parrish parsons pate patel patrick patterson patton paul paulson payne
  payton paz peacock pearce pearson peck pedersen pelletier pena penn pennington peoples peralta pereira perez perkins perry
  person peters petersen peterson pettit petty pham phan phelps phillips phipps pickett pierce pierre pierson pike pina pineda
  pinto piper pittman pitts platt plummer poe polk pollard pollock ponce poole pope porter portillo posey post potter potts
  powell powers prado prater pratt prescott presley preston price prince pritchard pritchett proctor pruitt pryor puckett pugh
  purcell putnam queen quezada quick quigley quinn quinones quintana quintero quiroz raines rainey ramey ramirez ramos ramsey
  randall randolph rangel rankin rasmussen ratliff ray raymond read redmond reece reed reeder reese reeves regan reid reilly
  renteria reyes reyna reynolds rhoades rhodes rice rich richard richards richardson richey richmond richter ricks rico riddle
  riggs riley ring rios ritchie ritter rivas rivera rivers rizzo roach robbins roberson roberts robertson robinson robison
  robles rocha roche rock rodgers rodrigues rodriguez rodriquez roe rogers rojas roland rollins roman romano romero romo root
  roper rosa rosado rosales rosario rosas rose rosen rosenberg rosenthal ross rossi roth rouse rowe rowland roy rubin rubio
  rucker rudolph ruiz rush rushing russ russell russo rutherford rutledge ryan sadler saenz salas salazar saldana salgado
  salinas sampson samuel samuels sanchez sanders sanderson sandoval sands sanford santana santiago santos sapp sargent saucedo
  saunders savage sawyer schaefer schafer schaffer schmidt schmitt schmitz schneider schroeder schultz schulz schumacher
  schuster schwartz scott sears segura self sellers serna serrano sewell sexton seymour shafer shaffer shah shannon shapiro
  sharp sharpe shaver shaw shea shearer sheehan sheets sheffield sheldon shelton shepard shepherd sheppard sheridan sherman
  sherwood shields shipley shirley shoemaker short shultz siegel sierra silva silver simmons simms simon simons simpson sims
  sinclair singer singh singleton sizemore skaggs skinner slater slaughter sloan small smallwood smart smiley smith sneed snell
  snider snow snyder solano solis solomon song sorensen soriano sosa soto souza spangler sparks spaulding spears spence spencer
  spicer spivey sprague springer stacy stafford stahl staley stallings stanford stanley stanton stapleton stark starks starr
  steele stein steiner stephens stephenson sterling stern stevens stevenson steward stewart stiles stinson stokes stone story
  stout stover stratton street strickland stringer strong stroud stuart stubbs suarez sullivan summers sumner sutherland sutton
  swain swan swanson swartz sweeney sweet swenson swift sykes sylvester tackett talley tan tang tanner tapia tate tatum taylor
  teague temple terrell terry thacker thomas thomason thompson thomson thorne thornton thorpe thurman tidwell tillman timmons
  tipton tobin todd tolbert tomlinson tompkins toney torres toth tovar townsend tracy tran travis trejo trent trevino triplett
  tripp trotter trujillo truong tucker turner tuttle tyler tyson underwood urban uribe valdez valencia valentine valenzuela
  valle vance vang varela vargas varner vasquez vaughan vaughn vazquez vega vela velasco velasquez velazquez velez ventura vera
  vernon vickers vigil villa villalobos villanueva villarreal villegas vincent vinson vo vogel vogt voss vu waddell wade wagner
  waite walden waldron walker wall wallace waller walls walsh walter walters walton wang ward ware warner warren washburn
  washington waters watkins watson watts weaver webb webber weber webster weeks weir weiss welch weller wells welsh werner
  wesley west westbrook weston whalen whaley wheeler whitaker white whitehead whitfield whitley whitman whitney whittington
  wiggins wilcox wilder wiley wilhelm wilkerson wilkes wilkins wilkinson willard william williams williamson willis wills
  wilson winkler winn winston winter winters wise wiseman witt wolf wolfe wolff womack wong wood woodard woodruff woods
  woodward woody wooten workman worley wright wu wyatt wynn xiong yanez yang yarbrough yates ybarra yeager yee yoder york yost
  young youngblood yu zamora zapata zavala zepeda zhang ziegler zimmer zimmerman zuniga`);

/**
 * Those of both that are names of counties too, and so say nothing of a person when they stand alone.
 * Census Bureau, FIPS codes of counties, in the copy of github.com/kjhealy/fips-codes; taken on 22 November 2026.
 */
export const namesOfCounties = setOf(`
  ada adair adams alexander allen amelia anderson andrew andrews angelina archer armstrong arthur ashley atkinson aurora austin
  avery baca bacon bailey baker baldwin ballard banks barber barnes barron barry barton bates baxter beaver becker bell bennett
  benson benton billings bingham blair blanco bland bledsoe blount bond bonner boone bowman boyd boyle bradford bradley branch
  brantley brewster brooke brooks brown bryan buchanan bullock burke burnett burt butler butts caldwell calhoun callahan
  calvert cameron camp campbell cannon carlisle carlton caroline carroll carson carter carver casey castro cecil chambers
  charles charlotte chase cherry chester childress christian clark clarke clay clayton cleveland clinton cobb cochran coffey
  colbert cole coleman collier conway cook cooke cooper cotton covington craig crane crawford crenshaw crockett crosby cross
  crowley curry dale dallas daniels davidson davis davison dawson day denton dewey dewitt dickens dickey dickinson dickson
  dillon dixon dodge dolores dougherty douglas drew dubois dukes dunn durham dyer eaton eddy edgar edwards elbert elliott ellis
  elmore emanuel emery evans faulkner finney fisher fleming florence floyd ford forrest foster fountain franklin frederick
  fulton gaines garland garrett garza gaston gates geneva gentry george gibson giles gillespie gilliam glenn gonzales gordon
  grady graham grant graves gray green greene greenwood greer gregg gregory griggs grimes guadalupe guthrie haines hale hall
  hamilton hampton hancock hand hanson hardin harding hardy harmon harper harris harrison hart hartley harvey hawkins hayes
  hays haywood heard henderson hendricks henry hickman hidalgo hill holmes holt hood hopkins houston howard howell hubbard
  hudson hughes hunt hutchinson hyde ida irwin jack jackson jasper jay jefferson jenkins jennings jerome jewell johnson
  johnston jones josephine kane kaufman kay kearney keith kendall kent kern kerr kimball kimble king kinney knox lake lamar
  lamb lancaster lane lanier laurel lawrence lee leon leslie levy lewis livingston logan long love lucas luna lynn lyon madison
  major marin marion marshall martin mason mathews mayes mcclain mccormick mccracken mcdonald mcdonough mcdowell mcintosh
  mckenzie mckinley mclean mcleod mcmullen mcpherson meade medina mercer miller mills miner mitchell monroe montgomery moody
  moore mora morgan morris morrison morrow morton murray nance nash navarro nelson newton nicholas noble nolan norman norton
  obrien oliver osborne otero overton owen page park parker patrick payne pennington perkins perry person phelps phillips
  pickett pierce pike polk pope porter posey potter powell pratt preston price putnam ramsey randall randolph rankin ray reeves
  reynolds rice rich richardson richmond riley ritchie roberts robertson rock rogers roosevelt ross rush russell rutherford
  sampson sanders sandoval sargent saunders sawyer scott shannon sharp shelby sheridan sherman sierra simpson smith snyder
  solano spencer stafford stanley stanton stark starr steele stephens stephenson sterling stevens stewart stokes stone story
  sullivan summers sumner sutton swain swift tate taylor terrell terry thomas tillman tipton todd tompkins travis tripp tucker
  turner tyler valencia vance ventura vernon victoria walker wallace waller walsh walton ward ware warren washburn washington
  wayne webb weber webster wells weston wheeler white whitfield whitley whitman wilcox wilkes wilkinson will williams
  williamson wilson winkler winn winston wise wolfe wood woodruff woods woodward wright yates york young zapata zavala`);
