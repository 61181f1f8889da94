/** Common surnames that are not also common words before a figure (no 高, 于, 余, 向, 成). */
export const SURNAMES =
  '张李王刘陈赵黄吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤常乔文盘农蓝韩阮龙施';
