// tests of Yinfa
