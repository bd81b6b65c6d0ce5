// Yinfa
