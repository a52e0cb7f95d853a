import { type MissingTopic, topic } from './missing-topic.ts';

/** What lies outside the records of a company, and what is no question about data. */
export const worldTopics: MissingTopic[] = [
  topic(
    'weather data',
    'How did sales develop by week?',
    `
    weather, temperature, rain, rainy, rainfall, snow, snowfall, sunny, sunshine, climate, humidity, heatwave, heat wave,
    cold spell, storm, hurricane, hot day, cold day, degrees celsius, degrees fahrenheit, wind, flood`,
  ),
  topic(
    'data about competitors',
    'What is the revenue share by category?',
    `
    competitor, competition, competing, market share, rival, benchmark, industry average, industry, amazon, walmart, ikea, alibaba,
    other company, other companies, market size, market leader, market growth, wallet share, share of wallet, peer group,
    competitive, compared to the market, rest of the market, price comparison`,
  ),
  topic(
    'market or currency prices',
    'What is the average price by category?',
    `
    stock price, share price, exchange rate, currency rate, forex, bitcoin, crypto, inflation, cpi, stock market, stock exchange,
    gold price, oil price, fuel price, petrol price, commodity price, interest rate, dividend, gdp, unemployment, economy,
    recession, dow jones, nasdaq, convert to euro, in yen, in pound sterling`,
  ),
  topic(
    'general knowledge',
    'How did revenue develop over the last 12 months?',
    `
    capital of, president, prime minister, joke, poem, recipe, news, football, soccer, baseball, basketball, cricket score, movie,
    film, song, music, story, translate, translation, python, javascript, code, sql, write me, essay, haiku, limerick, who won,
    world cup, olympic, election, meaning of life, horoscope, lottery, flight, population, wikipedia,
    chatgpt, openai, gemini, medical, doctor, religion, god, politics, war, celebrity, birthday party, holiday destination,
    vacation spot, sing, riddle, trivia, how tall, how old are you, square root, traffic jam`,
  ),
  topic(
    'access to other users or their sessions',
    'What is the revenue by warehouse?',
    `
    other user, user account, user of this tool, permission, access right, who logged in, logged in, login, log in, audit log,
    conversation of, someone else, other people asked, chat history of, admin right, administrator, system prompt,
    your prompt, your instruction, api key, secret, credential, database schema, table schema`,
  ),
  topic(
    'way to change anything: I only read',
    'What should I reorder?',
    `
    delete, drop table, truncate, erase, remove all, insert into, cancel order, cancel the order, cancel po, cancel the po,
    cancel this order, place order, place an order, place a purchase order, create a purchase order, create an order,
    raise a purchase order, send email, send an email, send a mail, email me, mail me, text me, notify me, remind me, alert me,
    send to, send it to, send this to, schedule a report, every monday morning, change the price, set the price,
    update the price, raise the price, lower the price, change price, update stock, adjust the stock, book a transfer,
    transfer all, approve, approve order, issue a refund, refund the customer, write back, set the budget, set a target`,
  ),
  topic(
    'judgement to offer',
    'Which suppliers have the lowest on-time rate?',
    `
    should we drop, should i drop, should we fire, should we stop, should we choose, should we close, should we hire,
    should we raise, should we lower, should we discontinue, should we delist, should we invest, should we expand,
    should i fire, should i close, is it worth it to, worth the effort, do you recommend, would you recommend, your opinion,
    what do you think, ought we to stop, ought we to drop, which is better for us, best strategy, what strategy, how can we improve, how could we improve,
    how do we improve, how can i increase, how can we increase, how to increase, how can we reduce, how to reduce`,
  ),
  topic(
    'statistic of that kind',
    'What was the average order value by month?',
    `
    median, percentile, quartile, decile, standard deviation, std dev, variance of, correlation, correlate, correlated,
    regression, cumulative, cumulated, running total, moving average, rolling average, rolling mean, p value, significance,
    statistically significant, statistically, confidence interval, outlier, anomaly, anomalies, z score, histogram of order,
    skew, skewness, coefficient, elasticity, price elasticity, basket analysis, market basket, bought together,
    frequently bought together, cross sell, cross selling, affinity, like for like, same store, organic growth, constant currency, weighted average, annualised, annualized, cannibalise, cannibalize, cagr`,
  ),
  topic(
    'split by the day of the month',
    'Which weekday has the highest revenue?',
    'day of the month, day of month, days of the month',
  ),
  topic(
    'calendar of public holidays',
    'What was the revenue on Black Friday?',
    `
    bank holiday, public holiday, national holiday, school holiday, half term, working day, business day, mother day, mothers day,
    father day, fathers day, ramadan, diwali, hanukkah, eid, chinese new year, lunar new year`,
  ),
  topic(
    'time of day',
    'What is the revenue by weekday?',
    `
    hour, hourly, time of day, time of the day, per hour, minute, morning sales, in the morning, in the afternoon, at night,
    evening, o clock, before noon, after noon, lunchtime, at noon, between noon, rush hour, opening hour, am and pm`,
  ),
];
